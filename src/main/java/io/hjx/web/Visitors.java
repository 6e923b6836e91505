package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.registry.ComponentRegistry;
import io.hjx.security.RequestPrincipals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request. A browser session is begun only for what needs one. Immutable, hence thread-safe. */
public record Visitors(RequestPrincipals principals, ComponentRegistry registry) {

    /** The visitor of one component's page. */
    Visitor of(HttpServletRequest request, String component) {
        return of(request, needsSession(registry.find(component)));
    }

    /** The visitor of a page with all components. */
    Visitor ofAll(HttpServletRequest request) {
        return of(request, registry.all().stream().anyMatch(deployed -> needsSession(deployed.component())));
    }

    private Visitor of(HttpServletRequest request, boolean begin) {
        HttpSession session = request.getSession(begin);
        return new Visitor(principals.of(request), session == null ? "" : session.getId());
    }

    private static boolean needsSession(@Nullable CompiledComponent component) {
        if (component == null) {
            return false;
        }
        ComponentFile.ScopeDeclaration scope = component.model().file().scope();
        return scope != null && scope.scope() == ComponentFile.Scope.SESSION;
    }
}
