package io.hjx.registry;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.emit.HtmlRenderer;
import io.hjx.lang.emit.SourceMap;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles files of lines: {@code component Name}, {@code import ./path}, {@code role name}, {@code script},
 * {@code show ./file}; {@code error} is an error, and so is an import that is not found. Notes what it compiles.
 */
final class FakeCompiler implements FileCompiler.Compiler {
    final List<String> compiled = new ArrayList<>();

    @Override
    public Compilation compile(SourceFile source, SourceLoader loader) {
        compiled.add(source.path());
        return compileFile(source, loader);
    }

    private static Compilation compileFile(SourceFile source, SourceLoader loader) {
        List<CompiledComponent> imports = new ArrayList<>();
        for (String line : source.text().lines().toList()) {
            if (line.startsWith("import ")) {
                CompiledComponent imported = loader.load(source, line.substring(7)) instanceof SourceLoader.Found found
                        ? compileFile(found.source(), loader).component()
                        : null;
                if (imported == null) {
                    return broken(source);
                }
                imports.add(imported);
            }
        }
        Set<AssetFile> assets = new LinkedHashSet<>();
        for (String line : source.text().lines().toList()) {
            if (line.startsWith("show ")) {
                if (!(loader.asset(source, line.substring(5)) instanceof SourceLoader.Asset asset)) {
                    return broken(source);
                }
                assets.add(asset.file());
            }
        }
        return source.text().contains("error") ? broken(source) : good(source, imports, assets);
    }

    private static Compilation broken(SourceFile source) {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, source, Span.at(0), "x");
        return new Compilation(null, List.of(diagnostic), Set.of());
    }

    private static Compilation good(SourceFile source, List<CompiledComponent> imports, Set<AssetFile> assets) {
        CompiledComponent component =
                component(word(source, "component "), word(source, "role "), source, imports, assets);
        return new Compilation(component, List.of(), Set.of());
    }

    private static CompiledComponent component(
            String name, String role, SourceFile source, List<CompiledComponent> imports, Set<AssetFile> assets) {
        Span span = Span.at(0);
        List<Declaration.Access> access = role.isEmpty()
                ? List.of()
                : List.of(new Declaration.Access(span, new Name(span, "view"), List.of(new Name(span, role))));
        ComponentFile file = new ComponentFile(
                span,
                new Name(span, name),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                access,
                source.text().contains("script") ? new Declaration.RawBlock(span, "") : null,
                List.of(),
                null,
                List.of());
        ComponentModel model = new ComponentModel(
                source, file, Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), Set.of(), Map.of());
        StringBuilder content = new StringBuilder(source.text()).append(assets);
        imports.forEach(imported -> content.append(imported.hash()));
        String hash = Integer.toHexString(content.toString().hashCode());
        return new CompiledComponent(
                ComponentProgram.of(model),
                "",
                "",
                hash,
                imports,
                Set.of(),
                List.of(),
                assets,
                HtmlRenderer.of(model),
                SourceMap.EMPTY);
    }

    private static String word(SourceFile source, String before) {
        return source.text()
                .lines()
                .filter(line -> line.startsWith(before))
                .findFirst()
                .map(line -> line.substring(before.length()))
                .orElse("");
    }
}
