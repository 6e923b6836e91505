package io.hjx.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /health/ready}: {@code {"status":"UP"}} with status 200 while the application can serve,
 * {@code {"status":"DOWN"}} with 503 while it cannot. Thread-safe: holds nothing of a request.
 */
@WebServlet(name = "ready", urlPatterns = "/health/ready")
public class ReadyServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = readiness.ready();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        HealthServlet.write(response, ready ? "UP" : "DOWN");
    }
}
