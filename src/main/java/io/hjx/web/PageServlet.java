package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /c/{Component}?key=…}: the page of an instance. Thread-safe: holds nothing of a request. */
@WebServlet(name = "page", urlPatterns = "/c/*", asyncSupported = true)
public class PageServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient PageResponse pageResponse;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String name = path == null ? "" : path.substring(1);
        if (name.isEmpty()) {
            pageResponse.write(request, response, pages.nothingHere());
            return;
        }
        String key = request.getParameter("key");
        pageResponse.write(
                request,
                response,
                pages.component(name, key == null ? "" : key, visitors.of(request, name)),
                () -> pages.unavailable(name));
    }
}
