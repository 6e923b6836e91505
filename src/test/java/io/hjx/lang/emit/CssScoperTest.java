package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.analyze.AssetResolver;
import io.hjx.lang.analyze.EveryAsset;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssScoperTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private final AssetResolver assets = new AssetResolver(EveryAsset.only(), diagnostics);

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            .a                       → .a[s]
            a.b > .c                 → a.b[s] > .c:where([s])
            .a::before               → .a[s]::before
            a:hover::after           → a[s]:hover::after
            :hover                   → [s]:hover
            ::before                 → [s]::before
            *                        → *[s]
            view                     → div[s]
            text + checkbox          → :is(span, text)[s] + input:where([type=checkbox]):where([s])
            svg text                 → svg[s] :is(span, text):where([s])
            .a, .b .c                → .a[s], .b[s] .c:where([s])
            :is(.a, view .b)         → [s]:is(.a:where([s]), div:where([s]) .b:where([s]))
            .a:not(.b)               → .a[s]:not(.b:where([s]))
            .a:has(> .b)             → .a[s]:has(> .b:where([s]))
            li:nth-child(2n + 1 of .a) → li[s]:nth-child(2n + 1 of .a:where([s]))
            li:nth-child(2n + 1)     → li[s]:nth-child(2n + 1)
            :root                    → :root
            :root .a                 → :root .a[s]
            :global(.dark) .a        → .dark .a[s]
            :global(.a .b) .c        → .a .b .c[s]
            :global(.a, .b) .c       → :is(.a, .b) .c[s]
            :global(body).x          → body.x
            .x:global(.y)            → .x[s].y
            .x:global(div)           → .x[s]:is(div)
            .x:global(.y .z)         → .x[s]:is(.y .z)
            .md\\:flex               → .md\\:flex[s]
            [data-x="a, b > c"]      → [data-x="a, b > c"][s]
            a/* , */.b               → a/* , */.b[s]
            .\\{ .b                  → .\\{[s] .b:where([s])
            svg|a                    → svg|a[s]
            .a || .b                 → .a[s] || .b:where([s])
            button::part(x):hover    → button[s]::part(x):hover
            """)
    void scope_selector_isRewritten(String selector, String expected) {
        assertThat(scope(selector + " { top: 0 }")).isEqualTo(expected + " { top: 0 }\n");
        assertThat(diagnostics.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url(https://a.example/x.png)",
                "url('//a.example/x.png')",
                "url(\\68ttps://a.example)",
                "url('\\\\\\\\a.example')",
                "url(' \\a https://a.example')",
                "URL(HTTP://a.example)",
                "image-set('https://a.example/x.png' 1x)",
                "url(javascript:alert)"
            })
    void scope_foreignUrl_isRefused(String url) {
        scope(".a { background: " + url + " }");

        assertThat(diagnostics.list()).extracting(d -> d.code()).containsExactly(DiagnosticCode.FOREIGN_URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"url(a.png)", "url('/a.png')", "url(#clip)", "url(data:image/png;base64,AA==)", "url(/a:b)"})
    void scope_ownUrl_isKept(String url) {
        assertThat(scope(".a { background: " + url + " }")).isEqualTo(".a[s] { background: " + url + " }\n");
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void scope_deepNesting_isRefusedWithoutOverflow() {
        scope(":is(".repeat(50_000) + ")".repeat(50_000) + "{}");
        scope("a{".repeat(50_000) + "}".repeat(50_000));

        assertThat(diagnostics.list())
                .extracting(d -> d.code())
                .containsExactly(DiagnosticCode.CSS_TOO_DEEP, DiagnosticCode.CSS_TOO_DEEP);
    }

    @Test
    void scope_blockInFile_reportsPlaceInFile() {
        String text = "component A\nstyle:\n  .a { color: red;\n";
        int start = text.indexOf("  .a");
        Declaration.RawBlock block = new Declaration.RawBlock(new Span(start, text.length()), text.substring(start));
        CssScoper.scope(new SourceFile("A.hjx", text), block, "s", assets, diagnostics);

        assertThat(diagnostics.list()).hasSize(1);
        assertThat(diagnostics.list().get(0).position()).hasToString("3:6");
    }

    @Test
    void scope_manyRules_takesLinearTime() {
        measure(2_000);
        Duration small = measure(5_000);
        Duration large = measure(50_000);

        assertThat(large).isLessThan(small.multipliedBy(40).plusMillis(200));
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void scope_hostileTexts_takeLinearTime() {
        Instant start = Instant.now();
        scope("a{" + "b:c ".repeat(100_000) + "}");
        scope("a".repeat(400_000));
        scope("@x ".repeat(100_000));
        scope(".a" + ":is(.b)".repeat(100_000) + "{}");
        scope("\\".repeat(400_000));
        scope("a{" + "b:c{}".repeat(100_000) + "}");

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private Duration measure(int rules) {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            css.append(".a").append(i).append(" > view:hover, .b { color: red; &.x { top: 0 } }\n");
        }
        Instant start = Instant.now();
        assertThat(scope(css.toString())).contains(".b[s]");
        return Duration.between(start, Instant.now());
    }

    private String scope(String css) {
        return CssScoper.scope(
                new SourceFile("a.css", css),
                new Declaration.RawBlock(new Span(0, css.length()), css),
                "s",
                assets,
                diagnostics);
    }
}
