package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ApplicationLogTest {

    private static final String HEAD =
            "[2026-11-21T09:34:47.167+0000] [] [\u001b[1;92mINFO\u001b[0m] [] [\u001b[1;94mio.hjx.component\u001b[0m]"
                    + " [tid: _ThreadID=65 _ThreadName=hjx-worker-3] [timeMillis: 1795253687167] [levelValue: 800] ";

    private final ApplicationLog log = new ApplicationLog(ZoneOffset.UTC);

    /** What a server has written: its start, a script that does not compile, two clicks, and a file saved broken. */
    private static String recorded() throws IOException {
        try (InputStream in = ApplicationLogTest.class.getResourceAsStream("/cli/payara.log")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static final String PICKED = """
            09:34:19 Deployed components: 1
            09:34:20 warning: Talk: the script failed: talk.hjx:7:6: SyntaxError: talk.hjx:7:5 Missing close quote
              \"""
                 ^
            09:34:47 Talk say: hello ann
            09:34:47 Talk say: hello two
            lines
            warning[HJX2004]: undeclared name `m`
              --> talk.hjx:18:13
               |
            18 |     set n = m + 1
               |             ^ becomes local to each client, with the value ""
               |
               = help: declare it in `local:` or, if all clients share it, in `state:`
               = docs: docs/errors/HJX2004.md

            error[HJX1001]: unexpected `=`
              --> talk.hjx:19:9
               |
            19 |     set = 4
               |         ^ expected the name of a state entry
               |
               = docs: docs/errors/HJX1001.md

            09:34:49 error: talk.hjx does not compile; Talk stays at its last good version
            09:34:51 warning: Talk: the script failed: talk.hjx:7:6: SyntaxError: talk.hjx:7:5 Missing close quote
              \"""
                 ^
            """;

    @Test
    void pick_recorded_isTheApplicationsAlone() throws IOException {
        assertThat(log.pick(recorded())).isEqualTo(PICKED);
    }

    @Test
    void pick_inPieces_isTheSame() throws IOException {
        StringBuilder picked = new StringBuilder();
        recorded().chars().forEach(one -> picked.append(log.pick(Character.toString((char) one))));

        assertThat(picked.toString()).isEqualTo(PICKED);
    }

    @Test
    void pick_aLineEndsAsARecordDoes_theRestComesToo() {
        assertThat(log.pick(HEAD + "[[\n  a grid:\n[[1], [2]]\nand more]]\n\n" + HEAD + "next\n\n"))
                .isEqualTo("09:34:47 a grid:\n[[1], [2]]\nand more\n09:34:47 next\n");
    }

    @Test
    void pick_controlsOfOtherKinds_goAndLettersStay() {
        String sent = "gr\u00fcn \u009b2J\u202e\u4f60";
        String bytes = new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String shown = log.pick(HEAD + bytes + "\n");
        assertThat(new String(shown.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("09:34:47 gr\u00fcn 2J\u4f60\n");
    }

    @Test
    void pick_timeThatIsNone_isNoRecord() {
        assertThat(log.pick(HEAD.replace("1795253687167", "9".repeat(20)) + "x\n"))
                .isEmpty();
    }

    @Test
    void pick_textWithControls_cannotSteerTheTerminal() {
        assertThat(log.pick(HEAD + "Talk say: \u001b]0;title\u0007\u001b[2Jhello\n"))
                .isEqualTo("09:34:47 Talk say: ]0;title[2Jhello\n");
    }

    @Test
    void pick_linesOfTheServer_areLeftOut() {
        assertThat(log.pick(
                        "Payara Micro URLs:\nhttp://127.0.0.1:5173/\n\n" + HEAD.replace("io.hjx.", "org.x.") + "x\n"))
                .isEmpty();
    }
}
