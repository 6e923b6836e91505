package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.Principal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /assets/…}: what pages are made of. The address holds the content's hash, so an answer is good for ever.
 * Thread-safe: holds nothing of a request.
 */
@WebServlet(name = "assets", urlPatterns = "/assets/*")
public class AssetServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    private static final String FOR_EVER = "max-age=31536000, immutable";

    /** An SVG file that somebody opens by itself is a page of ours, in which nothing of it may run. */
    private static final String PICTURE_ALONE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

    @Inject
    private transient Assets assets;

    @Inject
    private transient Visitors visitors;

    @Inject
    private transient Authorizer authorizer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Assets.Found found = path == null ? null : assets.find(path);
        if (found == null) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean open = found.isOpen();
        if (!open && !mayViewOne(request, found.shownBy())) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        boolean changes = found.asset().type().equals(Asset.SOURCE_MAP);
        response.setHeader("Cache-Control", changes ? "no-store" : (open ? "public, " : "private, ") + FOR_EVER);
        write(request, response, found.asset());
    }

    private boolean mayViewOne(HttpServletRequest request, List<CompiledComponent> components) {
        Principal principal = visitors.of(request, "").principal();
        return components.stream().anyMatch(component -> authorizer.mayFetch(principal, component));
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(status);
    }

    /** Writes what a browser does not have yet. */
    static void write(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        byte[] gzip = AcceptEncoding.takesGzip(request.getHeader("Accept-Encoding")) ? asset.gzip() : null;
        String tag = '"' + asset.tag() + (gzip == null ? "" : "-gzip") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (asset.type().equals(Asset.SVG)) {
            response.setHeader("Content-Security-Policy", PICTURE_ALONE);
        }
        response.setContentType(asset.type());
        if (gzip != null) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = gzip == null ? asset.plain() : gzip;
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
