package io.hjx.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The answer to {@code GET /health/live}: {@code {"status":"UP"}} with status 200 while the application is deployed.
 *
 * <p>Immutable, hence thread-safe. It asks nothing of the runtime: a busy application is alive.
 */
@WebServlet(name = "health", urlPatterns = "/health/live")
public class HealthServlet extends ReadOnlyServlet {
    private static final long serialVersionUID = 1L;

    /** Creates the servlet; the container calls this once. */
    public HealthServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, "UP");
    }

    static void write(HttpServletResponse response, String status) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"status\":\"" + status + "\"}");
    }
}
