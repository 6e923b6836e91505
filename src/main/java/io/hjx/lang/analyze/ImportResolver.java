package io.hjx.lang.analyze;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of one compilation: each is loaded, parsed and analyzed once, however many import it. Confined to the
 * compiling thread.
 */
public final class ImportResolver {

    private final SourceLoader loader;
    private final ComponentParser parser;
    private final Diagnostics diagnostics;
    private final AssetResolver assets;
    private final KnownHandlers handlers;
    private final Map<String, ComponentModel> done = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();

    /** Turns a text into a tree; what it cannot read it reports. */
    @FunctionalInterface
    public interface ComponentParser {
        ComponentFile parse(SourceFile source, Diagnostics diagnostics);
    }

    /** The files of an application without handlers in Java. */
    public ImportResolver(SourceLoader loader, ComponentParser parser, Diagnostics diagnostics) {
        this(loader, parser, KnownHandlers.NONE, diagnostics);
    }

    /** @param handlers those that are not in the files */
    public ImportResolver(
            SourceLoader loader, ComponentParser parser, KnownHandlers handlers, Diagnostics diagnostics) {
        this.handlers = handlers;
        this.loader = loader;
        this.parser = parser;
        this.diagnostics = diagnostics;
        this.assets = new AssetResolver(loader, diagnostics);
    }

    /** Parses and analyzes a file with everything that it imports. */
    public ComponentModel compile(SourceFile source) {
        sources.add(source.path());
        open.add(source.path());
        ComponentModel model = Analyzer.analyze(parser.parse(source, diagnostics), source, this, diagnostics);
        open.remove(open.size() - 1);
        done.put(source.path(), model);
        return model;
    }

    /** The path of every file that was read or looked for, in the order in which that happened. */
    public Set<String> sources() {
        return Collections.unmodifiableSet(sources);
    }

    /** The handlers that are not in the files. */
    KnownHandlers handlers() {
        return handlers;
    }

    /** The files beside the components. */
    public AssetResolver assets() {
        return assets;
    }

    /** The component that a line imports, or null where there is none, which is reported. */
    @Nullable ComponentModel resolve(SourceFile importing, Declaration.Import line) {
        SourceLoader.Result result = loader.load(importing, line.path());
        if (result instanceof SourceLoader.Found found) {
            return resolve(importing, line, found.source());
        }
        if (result instanceof SourceLoader.Missing missing) {
            sources.add(missing.triedPath());
            report(DiagnosticCode.IMPORT_NOT_FOUND, importing, line, "there is no `" + missing.triedPath() + "`");
        } else if (result instanceof SourceLoader.Outside outside) {
            report(
                    DiagnosticCode.IMPORT_OUTSIDE,
                    importing,
                    line,
                    "`" + outside.triedPath() + "` lies outside the folder of the components");
        }
        return null;
    }

    private @Nullable ComponentModel resolve(SourceFile importing, Declaration.Import line, SourceFile found) {
        int first = open.indexOf(found.path());
        if (first >= 0) {
            List<String> chain = new ArrayList<>(open.subList(first, open.size()));
            chain.add(found.path());
            report(DiagnosticCode.IMPORT_CYCLE, importing, line, String.join(" → ", chain));
            return null;
        }
        ComponentModel known = done.get(found.path());
        return known != null ? known : compile(found);
    }

    private void report(DiagnosticCode code, SourceFile importing, Declaration.Import line, String label) {
        diagnostics.add(
                Diagnostic.of(code, importing, line.pathSpan(), line.path()).withLabel(label));
    }
}
