package io.hjx.lang.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportResolverTest {

    private final Diagnostics diagnostics = new Diagnostics();
    private final List<String> parsed = new ArrayList<>();

    private ImportResolver resolver(Map<String, String> files) {
        SourceLoader loader = (importing, path) -> files.containsKey(path)
                ? new SourceLoader.Found(new SourceFile(path, files.get(path)))
                : new SourceLoader.Missing(path);
        return new ImportResolver(loader, this::parse, diagnostics);
    }

    private ComponentFile parse(SourceFile source, Diagnostics found) {
        parsed.add(source.path());
        return Parser.parse(source, found);
    }

    @Test
    void compile_fileImportedTwice_isReadOnce() {
        Map<String, String> files = Map.of(
                "A.hjx", "component A\nimports:\n  Leaf from \"Leaf.hjx\"\nlayout:\n  Leaf\n",
                "Leaf.hjx", "component Leaf\nlayout:\n  view\n");
        ImportResolver resolver = resolver(files);
        ComponentModel root = resolver.compile(new SourceFile(
                "Root.hjx",
                "component Root\nimports:\n  A from \"A.hjx\"\n  Leaf from \"Leaf.hjx\"\nlayout:\n  A\n  Leaf\n"));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(parsed).containsExactly("Root.hjx", "A.hjx", "Leaf.hjx");
        assertThat(resolver.sources()).containsExactly("Root.hjx", "A.hjx", "Leaf.hjx");
        assertThat(root.imports().get("A").imports().get("Leaf"))
                .isSameAs(root.imports().get("Leaf"));
    }

    @Test
    void sources_missingFile_isAmongThem() {
        ImportResolver resolver = resolver(Map.of());
        resolver.compile(new SourceFile("Root.hjx", "component Root\nimports:\n  A from \"A.hjx\"\nlayout:\n  A\n"));
        assertThat(resolver.sources()).containsExactly("Root.hjx", "A.hjx");
        assertThat(diagnostics.list()).hasSize(1);
    }
}
