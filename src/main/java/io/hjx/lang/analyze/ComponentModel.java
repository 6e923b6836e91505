package io.hjx.lang.analyze;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A component whose names are resolved: what evaluation, emitting and the runtime work from. Immutable.
 *
 * @param symbols every declared name and every implicit local, by name, in source order
 * @param handlers by name
 * @param computedOrder computed names, each behind those it reads
 * @param sites the bindings, at the index of their number
 * @param uses the component uses by their element's number
 * @param imports the imported components by alias
 * @param layoutReads the names of this component, and the implicit ones of whoever looks on, that its layout reads in
 *     order to show something (arguments of handlers are evaluated on the server and do not count)
 * @param assets what stands in place of the written value of an attribute that loads a file from beside the component,
 *     by the attribute's span
 */
public record ComponentModel(
        SourceFile source,
        ComponentFile file,
        Map<String, Symbol> symbols,
        Map<String, Declaration.Handler> handlers,
        List<String> computedOrder,
        List<Site> sites,
        Map<Integer, Use> uses,
        Map<String, ComponentModel> imports,
        Set<String> layoutReads,
        Map<Span, String> assets) {

    public String name() {
        return file.name().text();
    }
}
