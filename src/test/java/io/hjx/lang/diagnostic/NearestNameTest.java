package io.hjx.lang.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
        "count,count,0",
        "conut,count,1",
        "cout,count,1",
        "counter,count,2",
        "'',abc,3",
        "kitten,sitting,3",
        "ab,ba,1"
    })
    void distance_pairs(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
        assertThat(NearestName.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void of_shortName_allowsOneEdit() {
        assertThat(NearestName.of("tset", List.of("test"))).isEqualTo("test");
        assertThat(NearestName.of("tesxx", List.of("test"))).isEqualTo("test");
        assertThat(NearestName.of("txxt", List.of("test"))).isNull();
    }

    @Test
    void of_severalNear_takesTheNearest() {
        assertThat(NearestName.of("handler", List.of("handles", "handlers", "handler_")))
                .isEqualTo("handles");
        assertThat(NearestName.of("layuot", List.of("layers", "layout"))).isEqualTo("layout");
    }

    @Test
    void of_nothingNear_isNull() {
        assertThat(NearestName.of("banana", List.of("count", "items"))).isNull();
        assertThat(NearestName.of("x".repeat(100_000), List.of("x".repeat(100_000))))
                .isNull();
    }
}
