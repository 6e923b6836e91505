package io.hjx.lang;

import io.hjx.lang.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of compiling a file.
 *
 * @param component the component, or null where there is an error
 * @param diagnostics every error and warning, in source order, those of imported files behind
 * @param sources the path of every file that was read or looked for, so that a change of one leads to a new compilation
 */
public record Compilation(@Nullable CompiledComponent component, List<Diagnostic> diagnostics, Set<String> sources) {}
