package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
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
            new Assets(runtime, hash -> Map.of("b1", button, "c1", card).get(hash));

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

        assertThat(found.component()).isNull();
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
                "/c/zz-HASH/Card.js",
                "/c/c1-HASH/../Card.js",
                "/c/c1-HASH/Card.js/",
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

    private String text(String path) {
        return new String(
                assets.find(path.replace("HASH", runtime.hash())).asset().plain(), UTF_8);
    }
}
