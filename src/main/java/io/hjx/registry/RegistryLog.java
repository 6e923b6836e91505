package io.hjx.registry;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Severity;

/** What the registry tells whoever reads the server's log. */
final class RegistryLog {

    private static final System.Logger LOG = System.getLogger(ComponentRegistry.class.getName());

    private RegistryLog() {}

    static void compiled(Deployed file) {
        for (Diagnostic diagnostic : file.diagnostics()) {
            LOG.log(diagnostic.severity() == Severity.ERROR ? ERROR : WARNING, () -> render(diagnostic));
        }
        if (file.broken()) {
            String kept = file.component() == null ? "is not served" : "stays at its last good version";
            LOG.log(ERROR, "{0} does not compile; {1} {2}", file.source().path(), file.name(), kept);
        }
    }

    static void shadowed(Deployed file, Catalog catalog, ComponentFiles files) {
        Deployed first = catalog.named(file.name());
        String path = file.source().path();
        String other = first == null ? "another file" : first.source().path();
        String jar = files.library(path);
        if (jar != null && first != null && files.library(other) == null) {
            LOG.log(INFO, "{0} of {1} is left out: the application has {2} in {3}", path, jar, file.name(), other);
            return;
        }
        LOG.log(
                WARNING,
                "{0} is left out: its component {1} is also in {2}; rename one of them",
                path,
                file.name(),
                other);
    }

    private static String render(Diagnostic diagnostic) {
        return DiagnosticRenderer.plain().render(diagnostic);
    }
}
