package io.hjx.lang;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.emit.HtmlRenderer;
import io.hjx.lang.emit.SourceMap;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * A component without errors, with everything that serving it needs. Immutable.
 *
 * @param program what instances run
 * @param css the component's own scoped style; empty without a {@code style:} block
 * @param module the ES module's text that shows the component in a browser; its imports are those of {@link #imports},
 *     written as <code>hjx:runtime/NAME.js</code> and <code>hjx:component/ALIAS</code> until it is served
 * @param hash names this version: of module and style, and of every imported component's
 * @param imports the components that this one imports directly, by alias order in the file
 * @param sources the path of every file that this component was made from, its own first
 * @param warnings what the compiler doubts
 * @param assets the files beside it that its layout and style refer to
 * @param html writes the first HTML, which the module adopts
 * @param map the places that {@code module} was made from
 */
public record CompiledComponent(
        ComponentProgram program,
        String css,
        String module,
        String hash,
        List<CompiledComponent> imports,
        Set<String> sources,
        List<Diagnostic> warnings,
        Set<AssetFile> assets,
        HtmlRenderer html,
        SourceMap map) {

    /** A component that is shown as its program says, and refers to no files. */
    public CompiledComponent(
            ComponentProgram program,
            String css,
            String module,
            String hash,
            List<CompiledComponent> imports,
            Set<String> sources,
            List<Diagnostic> warnings) {
        this(
                program,
                css,
                module,
                hash,
                imports,
                sources,
                warnings,
                Set.of(),
                HtmlRenderer.of(program.root()),
                SourceMap.EMPTY);
    }

    public ComponentModel model() {
        return program.root();
    }

    public String name() {
        return model().name();
    }

    public SourceFile source() {
        return model().source();
    }

    /**
     * What this component imports under an alias.
     *
     * @throws IllegalArgumentException where it imports nothing under it
     */
    public CompiledComponent imported(String alias) {
        ComponentModel wanted = model().imports().get(alias);
        return imports.stream()
                .filter(candidate -> wanted != null
                        && candidate.source().path().equals(wanted.source().path()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name() + " imports no " + alias));
    }
}
