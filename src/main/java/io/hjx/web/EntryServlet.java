package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /hjx.js} and {@code GET /websocket-client.js}: the addresses that pages write by hand; they lead to the
 * browser runtime and the client of the message server of today. Browsers ask each time whether it is still the same.
 * Thread-safe: holds nothing of a request.
 */
@WebServlet(
        name = "entry",
        urlPatterns = {"/hjx.js", EntryServlet.CLIENT})
public class EntryServlet extends ReadOnlyServlet {
    static final String CLIENT = "/websocket-client.js";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        String hash = assets.runtimeHash();
        AssetServlet.write(
                request, response, request.getServletPath().equals(CLIENT) ? clientEntry(hash) : entry(hash));
    }

    /** Relative, so that it holds under any context path. */
    static Asset entry(String runtimeHash) {
        return Asset.of(Asset.JAVASCRIPT, "import \"./assets/hjx/" + runtimeHash + "/page.js\";\n");
    }

    static Asset clientEntry(String runtimeHash) {
        return Asset.of(Asset.JAVASCRIPT, "export * from \"./assets/hjx/" + runtimeHash + CLIENT + "\";\n");
    }
}
