package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.hjx.cli.Builds;
import io.hjx.lang.emit.MapReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source maps as a debugger uses them: a breakpoint in a line of a {@code .hjx} file stops there. */
class SourceMapBrowserIT {

    private static final String TALLY = """
            component Tally

            state:
              count = 0
              words = ["one", "two"]

            computed:
              double = count * 2

            layout:
              view:
                h1: "{{count}} {{double}}"
                for (word in words):
                  button (on click -> add(word)): "{{word}}"

            handlers:
              add(word):
                let more = words.indexOf(word) + 1
                if (more > 0):
                  set count = count + more
                log "added {{word}}"
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static StaticFiles files;

    private Page page;
    private CDPSession debugger;
    private final List<JsonObject> scripts = new CopyOnWriteArrayList<>();
    private final List<JsonObject> pauses = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        Path file = Files.writeString(folder.resolve("Tally.hjx"), TALLY);
        Builds.build(file, folder.resolve("plain"), "--sourcemap");
        Builds.build(file, folder.resolve("small"), "--sourcemap", "--minify");
        files = new StaticFiles(folder);
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        files.close();
        chromium.close();
    }

    @BeforeEach
    void attach() {
        page = chromium.browser().newPage();
        page.setDefaultTimeout(15_000);
        debugger = page.context().newCDPSession(page);
        debugger.on("Debugger.scriptParsed", scripts::add);
        debugger.on("Debugger.paused", pauses::add);
        debugger.send("Debugger.enable");
    }

    @AfterEach
    void close() {
        page.close();
    }

    private JsonObject script() {
        page.waitForCondition(() -> scripts.stream().anyMatch(SourceMapBrowserIT::isOurs));
        return scripts.stream().filter(SourceMapBrowserIT::isOurs).findFirst().orElseThrow();
    }

    private static boolean isOurs(JsonObject script) {
        return script.get("url").getAsString().endsWith("/app.js");
    }

    /** The map that the script names, where a debugger looks for it. */
    private MapReader map(JsonObject script) {
        URI address = URI.create(script.get("url").getAsString())
                .resolve(script.get("sourceMapURL").getAsString());
        return new MapReader(page.request().get(address.toString()).text());
    }

    /** Stops where the first place of the script is that was made from a line of the source. */
    private void breakAt(JsonObject script, MapReader map, int line) {
        MapReader.Place place = map.places().stream()
                .filter(found -> found.source().equals("Tally.hjx") && found.sourceLine() == line)
                .findFirst()
                .orElseThrow();
        JsonObject location = new JsonObject();
        location.add("scriptId", script.get("scriptId"));
        location.addProperty("lineNumber", place.line());
        location.addProperty("columnNumber", place.column());
        JsonObject breakpoint = new JsonObject();
        breakpoint.add("location", location);
        debugger.send("Debugger.setBreakpoint", breakpoint);
    }

    /** The line of the source at which the script has stopped. */
    private static int stoppedAt(JsonObject pause, MapReader map) {
        JsonObject location =
                pause.getAsJsonArray("callFrames").get(0).getAsJsonObject().getAsJsonObject("location");
        return map.placeAt(
                        location.get("lineNumber").getAsInt(),
                        location.get("columnNumber").getAsInt())
                .sourceLine();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, let more",
        "plain, if (more",
        "plain, set count",
        "plain, log",
        "plain, double = count",
        "small, let more",
        "small, set count",
        "small, double = count"
    })
    void breakpoint_inALineOfTheSource_stopsThere(String site, String statement) {
        page.navigate(files.page(site));
        JsonObject script = script();
        MapReader map = map(script);
        int line = TALLY.lines()
                .takeWhile(text -> !text.contains(statement))
                .toList()
                .size();

        breakAt(script, map, line);
        // A click that the debugger stops is not over
        page.evaluate("() => void setTimeout(() => document.querySelectorAll('button')[1].click())");
        page.waitForCondition(() -> !pauses.isEmpty());
        assertThat(stoppedAt(pauses.get(0), map)).isEqualTo(line);
        debugger.send("Debugger.disable");
        page.waitForCondition(() -> page.locator("h1").innerText().equals("2 4"));
    }
}
