package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * {@code GET /}: the gallery, where there is one, else the component that is the application's home. The WebSocket
 * handshakes at the same address are taken by a filter in front of it. Thread-safe: holds nothing of a request.
 */
@WebServlet(name = "gallery", urlPatterns = "", asyncSupported = true)
public class GalleryServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient PageResponse pageResponse;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Gallery gallery = pages.gallery();
        String home = pages.home();
        if (gallery.open()) {
            pageResponse.write(
                    request, response, gallery.page(visitors.ofAll(request)), () -> pages.unavailable("Gallery"));
        } else if (home != null) {
            String key = Objects.requireNonNullElse(request.getParameter("key"), "");
            pageResponse.write(
                    request,
                    response,
                    pages.component(home, key, visitors.of(request, home)),
                    () -> pages.unavailable(home));
        } else {
            pageResponse.write(request, response, pages.nothingHere());
        }
    }
}
