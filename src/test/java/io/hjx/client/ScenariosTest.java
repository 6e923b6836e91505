package io.hjx.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What both clients, this one and that in JavaScript, do in the same situations. */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/clients/scenarios.json");

    @TestFactory
    Stream<DynamicTest> scenario_inJava_isAsInJavaScript() throws IOException {
        List<?> scenarios = (List<?>) new JsonReader(Files.readString(SCENARIOS)).document();
        assertThat(scenarios).hasSizeGreaterThan(30);
        return scenarios.stream()
                .map(ScenariosTest::map)
                .map(scenario -> DynamicTest.dynamicTest((String) scenario.get("name"), () -> play(scenario)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static void play(Map<String, Object> scenario) {
        ClientStage stage = new ClientStage(map(scenario.getOrDefault("options", Map.of())));
        int number = 0;
        for (Object step : (List<?>) scenario.get("steps")) {
            stage.play("step " + ++number + ", " + step, map(step));
        }
        stage.client.close();
        assertThat(stage.timers()).as("timers behind the end").isZero();
    }
}
