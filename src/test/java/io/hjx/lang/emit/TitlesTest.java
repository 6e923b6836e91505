package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    @ParameterizedTest
    @CsvSource({
        "Counter, Counter",
        "SharedNote, Shared note",
        "HRBoard, HR board",
        "Top10List, Top10 list",
        "ImportCSV, Import CSV",
        "snake_case, snake case",
        "_x, ' x'"
    })
    void of_name_isTitle(String name, String title) {
        assertThat(Titles.of(name)).isEqualTo(title);
    }
}
