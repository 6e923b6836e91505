package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /hjx.js}: the one address that pages write by hand; it leads to the browser runtime of today. Browsers ask
 * each time whether it is still the same. Thread-safe: holds nothing of a request.
 */
@WebServlet(name = "entry", urlPatterns = "/hjx.js")
public class EntryServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        AssetServlet.write(request, response, entry(assets.runtimeHash()));
    }

    /** Relative, so that it holds under any context path. */
    static Asset entry(String runtimeHash) {
        return Asset.of(Asset.JAVASCRIPT, "import \"./assets/hjx/" + runtimeHash + "/page.js\";\n");
    }
}
