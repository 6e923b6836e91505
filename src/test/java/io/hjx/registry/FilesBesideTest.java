package io.hjx.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files beside components, through the whole compiler. */
class FilesBesideTest {
    @TempDir
    private Path root;

    private final ComponentRegistry registry = new ComponentRegistry();
    private int clock;

    @BeforeEach
    void open() throws IOException {
        write("logo.svg", "<svg/>");
        write("paper.png", "paper");
        write("unused.txt", "unused");
        write("Page.hjx", """
                component Page
                layout:
                  view.page:
                    img (src="./logo.svg", alt="")
                style:
                  .page { background: url(./paper.png) }
                """);
        registry.open(new DirectoryFiles(root), "/app", "0");
    }

    @Test
    void open_component_namesItsFilesByTheirContent() {
        CompiledComponent page = page();

        assertThat(page.assets()).extracting(AssetFile::path).containsExactly("logo.svg", "paper.png");
        assertThat(page.module()).contains("\"/app/assets/f/" + key("logo.svg") + "\"");
        assertThat(page.css()).contains("url(\"/app/assets/f/" + key("paper.png") + "\")");
        assertThat(new String(registry.file(key("paper.png")).content(), UTF_8)).isEqualTo("paper");
    }

    @Test
    void refresh_pictureChanged_isANewVersionWithItsNewAddress() throws IOException {
        CompiledComponent old = page();
        String oldKey = key("logo.svg");
        write("logo.svg", "<svg></svg>");
        registry.refresh();

        assertThat(page().hash()).isNotEqualTo(old.hash());
        assertThat(page().module()).contains(key("logo.svg")).doesNotContain(oldKey);
    }

    @Test
    void refresh_pictureGone_keepsTheLastGoodVersionAndSaysWhy() throws IOException {
        CompiledComponent good = page();
        Files.delete(root.resolve("logo.svg"));
        registry.refresh();

        assertThat(page()).isSameAs(good);
        assertThat(registry.deployed("Page").diagnostics())
                .extracting(found -> found.code().id() + " " + found.position())
                .containsExactly("HJX2301 4:15");

        write("logo.svg", "<svg/>");
        registry.refresh();
        assertThat(registry.deployed("Page").broken()).isFalse();
    }

    private CompiledComponent page() {
        return registry.find("Page");
    }

    private String key(String path) {
        return page().assets().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .key();
    }

    /** Each write is at another time, however quick the test is. */
    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1_000L * clock++));
    }
}
