package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLoaderTest {

    private static final SourceFile PAGE = new SourceFile("pages/Page.hjx", "");

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectories(folder.resolve("components"));
        Files.createDirectories(root.resolve("ui"));
        Files.writeString(root.resolve("ui/Card.hjx"), "component Card");
        Files.writeString(folder.resolve("Secret.hjx"), "component Secret");
    }

    @Test
    void load_relativeToTheImportingFile_isFound() {
        assertThat(load("../ui/Card.hjx")).isInstanceOfSatisfying(SourceLoader.Found.class, found -> {
            assertThat(found.source().path()).isEqualTo("ui/Card.hjx");
            assertThat(found.source().text()).isEqualTo("component Card");
        });
    }

    @Test
    void load_missing_namesThePathTried() {
        assertThat(load("./Card.hjx")).isEqualTo(new SourceLoader.Missing("pages/Card.hjx"));
    }

    @Test
    void load_aboveTheRoot_isOutside() {
        assertThat(load("../../Secret.hjx")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(load(folder.resolve("Secret.hjx").toString())).isInstanceOf(SourceLoader.Outside.class);
    }

    @Test
    void load_throughALinkOutOfTheRoot_isOutside() throws IOException {
        Files.createSymbolicLink(root.resolve("ui/Link.hjx"), folder.resolve("Secret.hjx"));

        assertThat(load("../ui/Link.hjx")).isInstanceOf(SourceLoader.Outside.class);
    }

    @Test
    void asset_inside_isFound() throws IOException {
        Files.writeString(root.resolve("ui/logo.svg"), "<svg/>");

        SourceLoader.AssetResult found = new FolderLoader(root).asset(PAGE, "../ui/logo.svg");
        assertThat(found).isInstanceOfSatisfying(SourceLoader.Asset.class, asset -> {
            assertThat(asset.file().path()).isEqualTo("ui/logo.svg");
            assertThat(asset.address()).matches("/assets/f/[0-9a-f]{16}/logo\\.svg");
        });
    }

    @Test
    void asset_missingOrOutside_isNotFound() throws IOException {
        Files.createSymbolicLink(root.resolve("ui/link.svg"), folder.resolve("Secret.hjx"));
        FolderLoader loader = new FolderLoader(root);

        assertThat(loader.asset(PAGE, "./logo.svg")).isEqualTo(new SourceLoader.Missing("pages/logo.svg"));
        assertThat(loader.asset(PAGE, "../ui")).isInstanceOf(SourceLoader.Missing.class);
        assertThat(loader.asset(PAGE, "../../Secret.hjx")).isInstanceOf(SourceLoader.Outside.class);
        assertThat(loader.asset(PAGE, "../ui/link.svg")).isInstanceOf(SourceLoader.Outside.class);
    }

    @Test
    void asset_tooLarge_saysSo() throws IOException {
        Files.write(root.resolve("big.png"), new byte[AssetFile.MAX_BYTES + 1]);

        assertThat(new FolderLoader(root).asset(PAGE, "../big.png")).isEqualTo(new SourceLoader.TooLarge("big.png"));
    }

    @Test
    void rootOf_insideComponents_isThatFolder() {
        assertThat(Component.rootOf(root.resolve("ui/Card.hjx"))).isEqualTo(root);
    }

    @Test
    void rootOf_elsewhere_isTheOwnFolder() {
        assertThat(Component.rootOf(folder.resolve("Secret.hjx"))).isEqualTo(folder);
    }

    private SourceLoader.Result load(String path) {
        return new FolderLoader(root).load(PAGE, path);
    }
}
