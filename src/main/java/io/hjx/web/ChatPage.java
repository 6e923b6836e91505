package io.hjx.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The page of the chat room that ships: {@code GET /chat}, where the room itself answers handshakes, and the style and
 * the module beside it. Thread-safe: holds nothing of a request.
 */
public class ChatPage extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    /** The page, at the path of the room. */
    static final String PAGE = "/chat";

    static final String STYLE = "/chat.css";
    static final String MODULE = "/chat.js";

    private static final String FOLDER = "/WEB-INF/examples";
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case STYLE -> write(response, "text/css", STYLE);
            case MODULE -> write(response, "text/javascript", MODULE);
            default -> {
                response.setHeader("Content-Security-Policy", POLICY);
                response.setHeader("Referrer-Policy", "same-origin");
                write(response, "text/html", PAGE + ".html");
            }
        }
    }

    private void write(HttpServletResponse response, String type, String file) throws IOException {
        try (InputStream content = getServletContext().getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new FileNotFoundException(FOLDER + file);
            }
            response.setContentType(type);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write(content.readAllBytes());
        }
    }
}
