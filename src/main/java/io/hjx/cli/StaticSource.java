package io.hjx.cli;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.StaticPageCheck;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.vanilla.VanillaPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component file that is to become a page without a server. Immutable.
 *
 * @param runtime the folder of the browser runtime
 */
record StaticSource(ComponentFile file, Path runtime) {

    /**
     * What came of the file.
     *
     * @param page null where there is an error
     * @param diagnostics under the names by which a person finds the files
     * @param files what it was made from, or looked for
     */
    record Outcome(@Nullable VanillaPage page, List<Diagnostic> diagnostics, Set<Path> files) {

        /** The diagnostics as people read them; empty where there are none. */
        String report() {
            return Coloring.renderer().render(diagnostics).stripTrailing();
        }
    }

    /** Compiles the file, and checks that nothing in it needs a server. */
    Outcome compile() throws IOException {
        Compilation compilation = HjxCompiler.compile(file.source(), new FolderLoader(file.root(), VanillaPage.ASSETS));
        List<Diagnostic> found = new ArrayList<>(compilation.diagnostics());
        CompiledComponent component = compilation.component();
        VanillaPage page = null;
        Set<Path> files = new LinkedHashSet<>();
        compilation.sources().forEach(path -> files.add(file.root().resolve(path)));
        if (component != null) {
            List<Diagnostic> serverOnly = StaticPageCheck.of(component.model());
            found.addAll(serverOnly);
            collect(component, files);
            page = serverOnly.isEmpty() ? VanillaPage.of(component, file.root(), runtime) : null;
        }
        List<Diagnostic> shown = found.stream()
                .map(diagnostic -> diagnostic.withSource(file.shown(diagnostic.source())))
                .toList();
        return new Outcome(page, shown, files);
    }

    private void collect(CompiledComponent component, Set<Path> files) {
        component.assets().stream()
                .map(AssetFile::path)
                .forEach(path -> files.add(file.root().resolve(path)));
        component.imports().forEach(imported -> collect(imported, files));
    }

    /** The page; stops with what is wrong with the file where there is none. */
    VanillaPage page() throws IOException {
        Outcome outcome = compile();
        VanillaPage page = outcome.page();
        if (page == null) {
            throw new CommandFailure(outcome.report());
        }
        if (!outcome.diagnostics().isEmpty()) {
            System.err.println(outcome.report());
        }
        return page;
    }
}
