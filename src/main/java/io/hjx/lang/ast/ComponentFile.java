package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .hjx} file.
 *
 * @param name the component's name; made from the file name, with an empty span, where the file does not say it
 * @param scope {@code scope …}, or null where the file does not say it (shared)
 * @param layout the nodes under {@code layout:}, or null without that block
 */
public record ComponentFile(
        Span span,
        Name name,
        @Nullable ScopeDeclaration scope,
        List<Declaration.Import> imports,
        List<Declaration.Variable> state,
        List<Declaration.Variable> secret,
        List<Declaration.Variable> computed,
        List<Declaration.Variable> local,
        List<Declaration.Access> access,
        Declaration.@Nullable RawBlock script,
        @Nullable List<LayoutNode> layout,
        Declaration.@Nullable RawBlock style,
        List<Declaration.Handler> handlers)
        implements Node {

    /** Whose instances a component has: {@code scope user}. */
    public record ScopeDeclaration(Span span, Scope scope) {}

    /** Who shares an instance. */
    public enum Scope {
        SHARED,
        USER,
        SESSION
    }
}
