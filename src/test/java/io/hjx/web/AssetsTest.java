package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.source.SourceFile;
import io.hjx.registry.ComponentFiles;
import io.hjx.registry.ShownFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private final Map<String, String> beside = new HashMap<>();
    private final RuntimeFiles runtime = RuntimeFiles.of(Map.of(
            "dom.js", "export const a = 1;".getBytes(UTF_8),
            "page.css", "a{}".repeat(1000).getBytes(UTF_8),
            "notes.txt", "no".getBytes(UTF_8)));
    private final CompiledComponent button = Components.component("Button", "b1", "export default 2;");
    private final CompiledComponent card = Components.component("Card", "c1", """
            import { block } from "hjx:runtime/dom.js";
            import Knopf from 'hjx:component/Button';
            const text = "import x from \\"hjx:runtime/dom.js\\"";
            """, button);
    private final Assets assets =
            new Assets(runtime, hash -> Map.of("b1", button, "c1", card).get(hash), this::file, SourceMaps.LEFT_OUT);

    @Test
    void find_module_hasRelativeImports() {
        assertThat(text("/c/c1-HASH/Card.js")).isEqualTo("""
                        import { block } from "../../hjx/%1$s/dom.js";
                        import Knopf from "../b1-%1$s/Button.js";
                        const text = "import x from \\"hjx:runtime/dom.js\\"";
                        """.formatted(runtime.hash()));
    }

    @Test
    void find_style_hasThoseOfImportsFirst() {
        assertThat(text("/c/c1-HASH/Card.css")).isEqualTo(".button { top: 0 }\n\n.card { top: 0 }\n");
    }

    @Test
    void find_runtimeFile_isServedUnderTheCommonHash() throws IOException {
        Assets.Found found = assets.find("/hjx/" + runtime.hash() + "/page.css");

        assertThat(found.shownBy()).isEmpty();
        assertThat(found.isOpen()).isTrue();
        assertThat(found.asset().type()).isEqualTo("text/css; charset=utf-8");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(found.asset().gzip())).readAllBytes())
                .isEqualTo(found.asset().plain());
    }

    @Test
    void find_smallFile_isNotCompressed() {
        assertThat(assets.find("/hjx/" + runtime.hash() + "/dom.js").asset().gzip())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hjx/0000/dom.js",
                "/hjx/HASH/notes.txt",
                "/hjx/HASH/../../WEB-INF/web.xml",
                "/hjx/HASH/..",
                "/c/c1/Card.js",
                "/c/c1-0000/Card.js",
                "/c/c1-HASH/Button.js",
                "/c/c1-HASH/Card.html",
                "/c/c1-HASH/Card.js.map",
                "/c/zz-HASH/Card.js",
                "/c/c1-HASH/../Card.js",
                "/c/c1-HASH/Card.js/",
                "/f/0123456789abcdef/other.svg",
                "/f/0123456789abcdef/page.html",
                "/f/0123456789abcdef/../logo.svg",
                "/f/0123456789abcdef/..",
                "/f/0123456789abcdef",
                "/f/../WEB-INF/web.xml",
                "/WEB-INF/web.xml"
            })
    void find_anythingElse_isNull(String path) {
        assertThat(assets.find(path.replace("HASH", runtime.hash()))).isNull();
    }

    @Test
    void hash_anyContent_countsForAll() {
        assertThat(RuntimeFiles.of(Map.of("a.js", new byte[] {1})).hash())
                .isNotEqualTo(RuntimeFiles.of(Map.of("a.js", new byte[] {2})).hash())
                .isNotEqualTo(RuntimeFiles.of(Map.of("b.js", new byte[] {1})).hash())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void find_fileBeside_isServedForThoseWhoSeeAComponentThatShowsIt() {
        beside.put("0123456789abcdef/logo.svg", "<svg>" + " ".repeat(1000) + "</svg>");

        Assets.Found found = assets.find("/f/0123456789abcdef/logo.svg");

        assertThat(found.shownBy()).containsExactly(card);
        assertThat(found.asset().type()).isEqualTo("image/svg+xml");
        assertThat(found.asset().gzip()).isNotNull();
    }

    @Test
    void isOpen_fileOfRestrictedComponentsAlone_isFalse() {
        Asset asset = Asset.of(Asset.SVG, "<svg/>");
        CompiledComponent salaries = Components.forRole("Salaries", "hr");

        assertThat(new Assets.Found(asset, List.of(salaries)).isOpen()).isFalse();
        assertThat(new Assets.Found(asset, List.of(salaries, card)).isOpen()).isTrue();
    }

    @Test
    void find_fileOfACompressedFormat_isServedAsItIs() {
        beside.put("0123456789abcdef/photo.PNG", "a".repeat(1000));

        Asset photo = assets.find("/f/0123456789abcdef/photo.PNG").asset();

        assertThat(photo.type()).isEqualTo("image/png");
        assertThat(photo.gzip()).isNull();
    }

    @Test
    void find_fileThatHasChangedSince_isKept() {
        beside.put("0123456789abcdef/logo.svg", "<svg/>");
        Asset first = assets.find("/f/0123456789abcdef/logo.svg").asset();
        beside.put("0123456789abcdef/logo.svg", null);

        assertThat(assets.find("/f/0123456789abcdef/logo.svg").asset()).isSameAs(first);
    }

    @Test
    void find_fileThatHasGone_isNull() {
        beside.put("0123456789abcdef/logo.svg", null);

        assertThat(assets.find("/f/0123456789abcdef/logo.svg")).isNull();
    }

    /** Any file whose key is known; the text null is that of a file that has changed. */
    private ShownFile file(String key) {
        if (!beside.containsKey(key)) {
            return null;
        }
        String text = beside.get(key);
        byte[] content = text == null ? "other".getBytes(UTF_8) : text.getBytes(UTF_8);
        String hash = text == null ? "" : ContentHash.of(content, AssetFile.HASH_DIGITS);
        ComponentFiles files = Components.files(content);
        return new ShownFile(new AssetFile("logo.svg", hash), List.of(card), files);
    }

    private String text(String path) {
        return new String(
                assets.find(path.replace("HASH", runtime.hash())).asset().plain(), UTF_8);
    }

    @Test
    void find_map_showsLinesWithoutSecrets() {
        CompiledComponent vault = HjxCompiler.compile(new SourceFile("Vault.hjx", """
                        component Vault
                        secret:
                          code = ["a",
                            "b"]
                        state:
                          open = false
                        layout:
                          text: "{{open}}"
                        """), SourceLoader.none())
                .component();
        Assets mapped = new Assets(runtime, hash -> vault, key -> null, SourceMaps.SERVED);
        String path = "/c/v1-" + runtime.hash() + "/Vault.js";

        assertThat(new String(mapped.find(path).asset().plain(), UTF_8))
                .endsWith("//# sourceMappingURL=Vault.js.map\n");
        assertThat(new String(mapped.find(path + ".map").asset().plain(), UTF_8))
                .contains("\"sources\":[\"Vault.hjx\"]", "code =", "open = false")
                .doesNotContain("\\\"a\\\"", "\\\"b\\\"");
    }
}
