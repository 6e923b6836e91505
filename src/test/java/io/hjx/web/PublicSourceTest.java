package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicSourceTest {

    @Test
    void of_secretValues_areLeftOut() {
        String source = """
                component Vault
                secret:
                  key = "sk-1"
                  list = [
                    "sk-2",
                  ]

                state:
                  open = false
                """;

        assertThat(PublicSource.of(source)).isEqualTo("""
                component Vault
                secret:
                  key = …
                  list = …

                state:
                  open = false
                """);
    }

    @Test
    void of_withoutSecret_isTheSource() {
        String source = "component A\nstate:\n  secretive = 1\nlayout:\n  p: \"secret: x\"\n";

        assertThat(PublicSource.of(source)).isEqualTo(source);
    }

    @Test
    void of_nestedInBraces_lineWithEquals_neverShowsAValue() {
        assertThat(PublicSource.of("secret:\n  a = {\n    b = \"sk\"\n  }\n")).doesNotContain("sk");
    }
}
