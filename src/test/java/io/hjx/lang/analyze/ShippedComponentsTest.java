package io.hjx.lang.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.HjxCompiler;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The components of the gallery give no diagnostic, not even a warning. */
class ShippedComponentsTest {

    private static final Path ROOT = Path.of("src/main/webapp/WEB-INF/components");

    /** What {@link io.hjx.example.Orders} adds. */
    private static final KnownHandlers JAVA =
            component -> component.equals("Orders") ? Set.of("create", "approve") : Set.of();

    @TestFactory
    List<DynamicTest> compile_shippedComponent_hasNoDiagnostics() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".hjx"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            ROOT.relativize(file).toString(),
                            () -> assertThat(HjxCompiler.compile(source(file), new Shipped(), JAVA)
                                            .diagnostics())
                                    .isEmpty()))
                    .toList();
        }
    }

    private record Shipped() implements SourceLoader {

        @Override
        public Result load(SourceFile importing, String path) {
            return new Found(source(file(importing, path)));
        }

        @Override
        public AssetResult asset(SourceFile component, String path) {
            return Files.exists(file(component, path))
                    ? new Asset(new AssetFile(path, "0"), "/assets/f/" + path)
                    : new Missing(path);
        }

        private static Path file(SourceFile component, String path) {
            return ROOT.resolve(component.path()).resolveSibling(path).normalize();
        }
    }

    private static SourceFile source(Path file) {
        try {
            return new SourceFile(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
