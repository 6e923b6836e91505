package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Store;
import io.hjx.documentation.Departures.Train;
import io.hjx.test.LiveTest;
import io.hjx.test.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page on stores: {@link Departures} is compiled, and runs in {@code StoreIT}. */
class StorePageTest {

    @Test
    void store_example_isTheOneThatIsCompiled() throws IOException {
        String compiled = Files.readString(Path.of("src/test/java/io/hjx/documentation/Departures.java"));

        assertThat(compiled).isEqualTo("package io.hjx.documentation;\n\n" + StorePage.example("java"));
    }

    @Test
    void store_component_showsWhatIsSet() {
        try (LiveTest test = LiveTest.of(StorePage.component())) {
            User anna = test.user("anna");
            Store board = test.store();
            board.set("trains", List.of(new Train("IC 7", "Basel", 0)));
            board.update("trains", Train[].class, trains -> new Train[] {new Train("IC 7", trains[0].to(), 4)});

            anna.see("Basel, 4 minutes late");
        }
    }
}
