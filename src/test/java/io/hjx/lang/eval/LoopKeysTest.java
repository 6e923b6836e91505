package io.hjx.lang.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopKeysTest {

    private static ForNode loop(String head) {
        ComponentFile file = Parser.parse(
                new SourceFile("a.hjx", "component A\nlayout:\n  for (" + head + "):\n    view\n"), new Diagnostics());
        return (ForNode) file.layout().get(0);
    }

    private static String keys(String head, String list) {
        LoopKeys keys =
                LoopKeys.of(loop(head), (ListValue) Json.parse(list), (item, index) -> ((ObjectValue) item).get("k"));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            all.add(keys.key(i));
        }
        return (keys.keyed() ? "keys " : "positions ") + all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x in xs | [{\"id\":1},{\"id\":\"b\"},{\"id\":true}] | keys [1, b, true]",
                "x in xs | [{\"id\":1},{\"id\":\"1\"}] | positions [0, 1]",
                "x in xs | [{\"id\":1},{}] | positions [0, 1]",
                "x in xs | [{\"id\":null}] | positions [0]",
                "x in xs | [\"a\",\"b\"] | positions [0, 1]",
                "x in xs | [] | keys []",
                "x in xs key x.k | [{\"id\":1,\"k\":\"p\"},{\"id\":2,\"k\":\"q\"}] | keys [p, q]",
                "x in xs key x.k | [{\"id\":1,\"k\":\"p\"},{\"id\":2,\"k\":\"p\"}] | positions [0, 1]",
                "x in xs key x.k | [{\"id\":1,\"k\":[1]}] | positions [0]",
            })
    void of_items(String head, String list, String expected) {
        assertThat(keys(head, list)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-b_c.d!e~f*g'h(i)j | a-b_c.d!e~f*g'h(i)j",
                "a,b/c:d%e f | a%2Cb%2Fc%3Ad%25e%20f",
                "ä€😀 | %C3%A4%E2%82%AC%F0%9F%98%80"
            })
    void encode_asEncodeUriComponent(String key, String expected) {
        assertThat(LoopKeys.encode(key)).isEqualTo(expected);
    }
}
