package io.hjx.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What a page that the application writes has of HJX so far. Confined to its request, which keeps it. */
final class PageParts {

    private static final String ATTRIBUTE = PageParts.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Set<String> modules = new HashSet<>();
    private Duration patience = PATIENCE;

    /** Those of a request's page. */
    static PageParts of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof PageParts parts) {
            return parts;
        }
        PageParts parts = new PageParts();
        request.setAttribute(ATTRIBUTE, parts);
        return parts;
    }

    /** True when a module is named for the first time. */
    boolean isNew(String module) {
        return modules.add(module);
    }

    /** How long the page waits for one more component. */
    Duration patience() {
        return patience;
    }

    /** One kept the page waiting for as long as it may: the others must be there at once. */
    void losePatience() {
        patience = Duration.ZERO;
    }
}
