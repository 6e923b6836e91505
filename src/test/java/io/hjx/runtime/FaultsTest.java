package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a file from compiling reaches the pages that show its last good version, while developing. */
class FaultsTest {

    private static final List<Diagnostic> UNKNOWN =
            List.of(Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, new SourceFile("page.hjx", "x"), new Span(0, 1), "x"));
    private static final String TOLD = "faults #1 [unknown name `x`]";

    private final LiveFixture live = LiveFixture.of(new FakeBehavior("Page"), new FakeBehavior("Other"));

    private void development() {
        live.settings = live.settings.withDevelopment(true);
    }

    @Test
    void faulty_subscribers_areToldWhenFaultsComeAndGo() {
        development();
        var ann = live.v1().subscribe(1, "Page");
        var ben = live.v1().subscribe(1, "Other");
        ann.heard();
        ben.heard();

        live.components.faulty("Page", UNKNOWN);
        live.run();
        assertThat(ann.heard()).containsExactly(TOLD);

        live.components.faulty("Page", List.of());
        live.run();
        assertThat(ann.heard()).containsExactly("faults #1 []");
        assertThat(ben.heard()).isEmpty();
    }

    @Test
    void subscribe_whileFaulty_isToldAtOnce() {
        development();
        live.runtime();
        live.components.faulty("Page", UNKNOWN);

        assertThat(live.v1().subscribe(1, "Page").heard()).contains(TOLD);
        assertThat(live.v1().subscribe(1, "Other").heard()).noneMatch(line -> line.startsWith("faults"));
    }

    @Test
    void faulty_afterUnsubscribing_isNotTold() {
        development();
        var ann = live.v1().subscribe(1, "Page");
        ann.say(new ClientMessage.Unsubscribe(1)).heard();

        live.components.faulty("Page", UNKNOWN);
        live.run();
        assertThat(ann.heard()).isEmpty();
    }

    @Test
    void faulty_inProductionOrThePlainDialect_isNotTold() {
        var ann = live.v1().subscribe(1, "Page");
        var ben = live.plain("Page");
        ann.heard();
        ben.heard();

        live.components.faulty("Page", UNKNOWN);
        live.run();
        assertThat(ann.heard()).isEmpty();
        assertThat(ben.heard()).isEmpty();
        assertThat(live.v1().subscribe(1, "Page").heard()).noneMatch(line -> line.startsWith("faults"));
    }
}
