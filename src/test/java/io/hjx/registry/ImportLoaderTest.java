package io.hjx.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportLoaderTest {
    @TempDir
    private Path folder;

    private Path root;
    private ImportLoader loader;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(folder.resolve("components"));
        Files.createDirectories(root.resolve("ui/deep"));
        Files.writeString(root.resolve("Card.hjx"), "card");
        Files.writeString(root.resolve("ui/Button.hjx"), "button");
        Files.writeString(root.resolve("ui/logo mark.svg"), "<svg/>");
        Files.writeString(folder.resolve("Secret.hjx"), "secret");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        loader = new ImportLoader(new DirectoryFiles(root), "/app/assets/f/");
    }

    @ParameterizedTest
    @CsvSource({
        "Page.hjx, ./ui/Button.hjx, ui/Button.hjx",
        "Page.hjx, ui/Button.hjx, ui/Button.hjx",
        "ui/Input.hjx, ./Button.hjx, ui/Button.hjx",
        "ui/Input.hjx, ../Card.hjx, Card.hjx",
        "ui/deep/X.hjx, ../.././ui//Button.hjx, ui/Button.hjx"
    })
    void load_inside_isFound(String importing, String path, String expected) {
        assertThat(load(importing, path))
                .isInstanceOfSatisfying(
                        SourceLoader.Found.class,
                        found -> assertThat(found.source().path()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Secret.hjx",
                "./../Secret.hjx",
                "ui/../../Secret.hjx",
                "ui/../../components/Card.hjx",
                "/etc/passwd",
                "..\\Secret.hjx",
                "a\0b"
            })
    void load_leadingOut_isOutside(String path) {
        assertThat(load("Page.hjx", path)).isInstanceOf(SourceLoader.Outside.class);
    }

    @Test
    void load_missing_namesThePath() {
        assertThat(load("ui/Input.hjx", "./Nothing.hjx")).isEqualTo(new SourceLoader.Missing("ui/Nothing.hjx"));
        assertThat(load("Page.hjx", "./ui")).isEqualTo(new SourceLoader.Missing("ui"));
    }

    @Test
    void load_throughLinks_staysInside() throws IOException {
        link("Out.hjx", folder.resolve("Secret.hjx"));
        link("In.hjx", root.resolve("Card.hjx"));
        link("up", folder);

        assertThat(load("Page.hjx", "./Out.hjx")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(load("Page.hjx", "./up/Secret.hjx")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(load("Page.hjx", "./In.hjx")).isInstanceOf(SourceLoader.Found.class);
        assertThat(new DirectoryFiles(root).list()).containsOnlyKeys("Card.hjx", "In.hjx", "ui/Button.hjx");
    }

    @Test
    void load_tooLarge_isMissing() throws IOException {
        Files.write(root.resolve("Big.hjx"), new byte[ComponentFiles.MAX_BYTES + 1]);

        assertThat(load("Page.hjx", "./Big.hjx")).isInstanceOf(SourceLoader.Missing.class);
    }

    @Test
    void asset_inside_isNamedByItsContent() throws IOException {
        SourceLoader.AssetResult found = loader.asset(new SourceFile("ui/Input.hjx", ""), "./logo mark.svg");
        String address = ((SourceLoader.Asset) found).address();
        assertThat(address).matches("/app/assets/f/[0-9a-f]{16}/logo_mark\\.svg");
        assertThat(asset("./ui/logo mark.svg")).isEqualTo(found);

        Files.writeString(root.resolve("ui/logo mark.svg"), "<svg></svg>");
        assertThat(((SourceLoader.Asset) asset("./ui/logo mark.svg")).address()).isNotEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "./../secret.txt",
                "./ui/../../secret.txt",
                "../components/ui/logo mark.svg",
                "./..\\secret.txt",
                "./a\0b.svg"
            })
    void asset_leadingOut_isOutside(String path) {
        assertThat(asset(path)).isInstanceOf(SourceLoader.Outside.class);
    }

    @Test
    void asset_throughLinks_staysInside() throws IOException {
        link("out.txt", folder.resolve("secret.txt"));
        link("in.svg", root.resolve("ui/logo mark.svg"));
        link("up", folder);

        assertThat(asset("./out.txt")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(asset("./up/secret.txt")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(asset("./in.svg")).isInstanceOf(SourceLoader.Asset.class);
    }

    @Test
    void asset_missingOrTooLarge_saysSo() throws IOException {
        Files.write(root.resolve("big.png"), new byte[AssetFile.MAX_BYTES + 1]);

        assertThat(asset("./none.png")).isEqualTo(new SourceLoader.Missing("none.png"));
        assertThat(asset("./ui/")).isInstanceOf(SourceLoader.Missing.class);
        assertThat(asset("./big.png")).isEqualTo(new SourceLoader.TooLarge("big.png"));
    }

    private SourceLoader.AssetResult asset(String path) {
        return loader.asset(new SourceFile("Page.hjx", ""), path);
    }

    private SourceLoader.Result load(String importing, String path) {
        return loader.load(new SourceFile(importing, ""), path);
    }

    private void link(String name, Path target) {
        try {
            Files.createSymbolicLink(root.resolve(name), target);
        } catch (IOException | UnsupportedOperationException noLinks) {
            assumeTrue(false, "this file system has no symbolic links");
        }
    }
}
