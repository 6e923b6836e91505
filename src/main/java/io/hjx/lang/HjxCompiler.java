package io.hjx.lang;

import io.hjx.lang.analyze.AssetResolver;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.ImportResolver;
import io.hjx.lang.analyze.KnownHandlers;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.diagnostic.Severity;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.emit.CssScoper;
import io.hjx.lang.emit.HtmlRenderer;
import io.hjx.lang.emit.JsEmitter;
import io.hjx.lang.emit.MappedText;
import io.hjx.lang.emit.ScopeName;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles components: parse, analyze, emit. An object is one compilation, confined to its thread. */
public final class HjxCompiler {

    private static final int HASH_DIGITS = 16;

    private final Diagnostics diagnostics;
    private final AssetResolver assets;
    private final Map<String, String> styles = new LinkedHashMap<>();
    private final Map<String, CompiledComponent> done = new HashMap<>();

    private HjxCompiler(Diagnostics diagnostics, AssetResolver assets) {
        this.diagnostics = diagnostics;
        this.assets = assets;
    }

    /** Compiles a file together with what it imports; never throws for what a source contains. */
    public static Compilation compile(SourceFile source, SourceLoader loader) {
        return compile(source, loader, KnownHandlers.NONE);
    }

    /**
     * The same in an application that adds handlers of its own.
     *
     * @param handlers those that are in no file
     */
    public static Compilation compile(SourceFile source, SourceLoader loader, KnownHandlers handlers) {
        Diagnostics diagnostics = new Diagnostics();
        ImportResolver resolver = new ImportResolver(loader, Parser::parse, handlers, diagnostics);
        ComponentModel model = resolver.compile(source);
        HjxCompiler compiler = new HjxCompiler(diagnostics, resolver.assets());
        compiler.scopeStyles(model);
        CompiledComponent component = diagnostics.hasErrors() ? null : compiler.emit(model);
        return new Compilation(component, sorted(diagnostics, source), resolver.sources());
    }

    /** The file's own in source order, then those of imported files. */
    private static List<Diagnostic> sorted(Diagnostics diagnostics, SourceFile source) {
        List<Diagnostic> all = diagnostics.inSourceOrder();
        return Stream.concat(
                        all.stream().filter(found -> found.source().path().equals(source.path())),
                        all.stream().filter(found -> !found.source().path().equals(source.path())))
                .toList();
    }

    private void scopeStyles(ComponentModel model) {
        String path = model.source().path();
        if (!styles.containsKey(path)) {
            Declaration.RawBlock style = model.file().style();
            String scope = ScopeName.of(model.source());
            styles.put(path, style == null ? "" : CssScoper.scope(model.source(), style, scope, assets, diagnostics));
            model.imports().values().forEach(this::scopeStyles);
        }
    }

    private CompiledComponent emit(ComponentModel model) {
        CompiledComponent known = done.get(model.source().path());
        if (known != null) {
            return known;
        }
        List<CompiledComponent> imports =
                model.imports().values().stream().map(this::emit).toList();
        String css = styles.getOrDefault(model.source().path(), "");
        MappedText module = JsEmitter.emit(model);
        CompiledComponent component = new CompiledComponent(
                ComponentProgram.of(model),
                css,
                module.text(),
                hash(module.text(), css, imports),
                imports,
                sources(model, imports),
                warnings(model),
                assets.files(model.source()),
                HtmlRenderer.of(model),
                module.map());
        done.put(model.source().path(), component);
        return component;
    }

    private static String hash(String module, String css, List<CompiledComponent> imports) {
        StringBuilder all = new StringBuilder(module).append('\0').append(css);
        imports.forEach(imported -> all.append('\0').append(imported.hash()));
        return ContentHash.of(all.toString(), HASH_DIGITS);
    }

    private static Set<String> sources(ComponentModel model, List<CompiledComponent> imports) {
        Set<String> sources = new LinkedHashSet<>();
        sources.add(model.source().path());
        imports.forEach(imported -> sources.addAll(imported.sources()));
        return Collections.unmodifiableSet(sources);
    }

    private List<Diagnostic> warnings(ComponentModel model) {
        return diagnostics.inSourceOrder().stream()
                .filter(found -> found.severity() == Severity.WARNING)
                .filter(found -> found.source().path().equals(model.source().path()))
                .toList();
    }
}
