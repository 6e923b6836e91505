package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /}: the gallery, where there is one. The WebSocket handshakes at the same address are taken by a filter in
 * front of it. Thread-safe: holds nothing of a request.
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
        if (gallery.open()) {
            pageResponse.write(
                    request, response, gallery.page(visitors.ofAll(request)), () -> pages.unavailable("Gallery"));
        } else {
            pageResponse.write(request, response, pages.nothingHere());
        }
    }
}
