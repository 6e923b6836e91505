package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.spi.Authorizer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /assets/…}: what pages are made of. The address holds the content's hash, so an answer is good for ever.
 * Thread-safe: holds nothing of a request.
 */
@WebServlet(name = "assets", urlPatterns = "/assets/*")
public class AssetServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    private static final String FOR_EVER = "max-age=31536000, immutable";

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
        CompiledComponent component = found.component();
        boolean open = component == null || !AccessLines.restrictView(component);
        if (component != null
                && !open
                && !authorizer.mayView(visitors.of(request, "").principal(), component, "")) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader("Cache-Control", (open ? "public, " : "private, ") + FOR_EVER);
        write(request, response, found.asset());
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(status);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Asset asset)
            throws IOException {
        byte[] gzip = AcceptEncoding.takesGzip(request.getHeader("Accept-Encoding")) ? asset.gzip() : null;
        String tag = '"' + asset.tag() + (gzip == null ? "" : "-gzip") + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
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
