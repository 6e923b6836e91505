package io.hjx.registry;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Severity;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component file and what became of it. Immutable.
 *
 * @param name the component's name: the last good version's, or for a file that never compiled one made of its file
 *     name
 * @param source the file as it stands now
 * @param component the last good version, which may be of an older text; null where there never was one
 * @param diagnostics what the compiler says about the file as it stands now
 * @param stamps every file that the compiler read or looked for, with the stamp it had; empty for a missing one
 */
public record Deployed(
        String name,
        SourceFile source,
        @Nullable CompiledComponent component,
        List<Diagnostic> diagnostics,
        Map<String, String> stamps) {

    /** True where the file as it stands now does not compile. */
    public boolean broken() {
        return !errors().isEmpty();
    }

    /** What keeps the file as it stands now from compiling. */
    List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
    }
}
