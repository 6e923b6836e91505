package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.RuntimeSettings.Rate;
import io.hjx.runtime.spi.RuntimeSettings.State;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody gets who tries each limit of the runtime, and what the others notice of it: nothing. */
class LimitsTest {

    private static final Principal ANN = new Principal("ann", Set.of());
    private static final Principal BOB = new Principal("bob", Set.of());

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter()
            .local("draft", new StringValue(""))
            .handler(
                    "draft", (arguments, state, effects) -> state.setLocal("draft", new StringValue("x".repeat(2_000))))
            .handler(
                    "grow",
                    (arguments, state, effects) -> state.setShared("count", new StringValue("x".repeat(2_000)))));

    private LiveFixture.Peer plain(Principal principal) {
        return live.connect(Dialect.PLAIN, new Target("Counter", ""), principal, false, null);
    }

    private LiveFixture.Peer silentV1() {
        return live.connect(Dialect.V1, null, Principal.ANONYMOUS, false, null);
    }

    private void rates(Rate client, Rate user) {
        live.settings = live.settings.withTraffic(live.settings.traffic().withRates(client, user));
    }

    @Test
    void burst_past_closes() {
        rates(new Rate(1, 3), new Rate(0, 1));
        var eager = live.plain("Counter");
        eager.event("increment").event("increment").event("increment");
        assertThat(eager.transport.closed()).isNull();
        eager.event("increment");
        assertThat(eager.transport.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:3,draft:\"\"}");
    }

    @Test
    void burst_ofNonsense_closesToo() {
        rates(new Rate(1, 3), new Rate(0, 1));
        var babbler = live.plain("Counter");
        var nonsense = new ServerMessage.Failure(null, null, ErrorCode.BAD_JSON.wire(), "no", null);
        for (int i = 0; i < 4; i++) {
            babbler.client.refuse(nonsense);
        }
        assertThat(babbler.transport.closed()).isEqualTo(CloseCode.POLICY);
    }

    @Test
    void userRate_manyConnections_shareOne() {
        rates(new Rate(100, 100), new Rate(1, 6));
        var first = plain(ANN);
        var second = plain(ANN);
        for (int i = 0; i < 3; i++) {
            first.event("increment");
            second.event("increment");
        }
        assertThat(first.transport.closed()).isNull();
        assertThat(second.transport.closed()).isNull();
        second.event("increment");
        assertThat(second.transport.closed()).isEqualTo(CloseCode.POLICY);
        var third = plain(ANN).event("increment");
        assertThat(third.transport.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:6,draft:\"\"}");
    }

    @Test
    void userRate_othersAndUnknown_goOn() {
        rates(new Rate(100, 100), new Rate(1, 2));
        var ann = plain(ANN).event("increment").event("increment").event("increment");
        assertThat(ann.transport.closed()).isEqualTo(CloseCode.POLICY);
        var bob = plain(BOB).event("increment").event("increment");
        var nobody = live.plain("Counter");
        var nobodyElse = live.plain("Counter");
        for (int i = 0; i < 10; i++) {
            nobody.event("increment");
            nobodyElse.event("increment");
        }
        assertThat(List.of(bob, nobody, nobodyElse)).allMatch(peer -> peer.transport.closed() == null);
    }

    @Test
    void userRate_afterAWhile_comesBack() {
        rates(new Rate(100, 100), new Rate(1, 2));
        var ann = plain(ANN).event("increment").event("increment");
        live.advance(Duration.ofSeconds(1));
        ann.event("increment");
        assertThat(ann.transport.closed()).isNull();
    }

    @Test
    void userRate_off_hasNoEnd() {
        rates(new Rate(0, 1), new Rate(0, 1));
        var ann = plain(ANN);
        for (int i = 0; i < 100; i++) {
            ann.event("increment");
        }
        assertThat(ann.transport.last()).isEqualTo("update {count:100,draft:\"\"}");
    }

    @Test
    void hello_neverSaid_closes() {
        var silent = silentV1();
        live.advance(Duration.ofSeconds(10));
        assertThat(silent.transport.closed()).isNull();
        live.advance(Duration.ofSeconds(1));
        assertThat(silent.transport.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(live.runtime().clientCount()).isZero();
    }

    @Test
    void hello_pingsInItsPlace_doNotHelp() {
        var pinging = silentV1();
        for (int i = 0; i < 12; i++) {
            pinging.say(new ClientMessage.Ping());
            live.advance(Duration.ofSeconds(1));
        }
        assertThat(pinging.transport.closed()).isEqualTo(CloseCode.POLICY);
    }

    @Test
    void hello_saidLate_stays() {
        var late = silentV1();
        live.advance(Duration.ofSeconds(9));
        late.say(new ClientMessage.Hello(null, null));
        var plain = live.plain("Counter");
        live.advance(Duration.ofSeconds(30));
        assertThat(late.transport.closed()).isNull();
        assertThat(plain.transport.closed()).isNull();
    }

    @Test
    void steps_tooMany_failTheHandlerAlone() {
        live.settings = live.settings.withSteps(2_000);
        live.compiled(compiled("""
                component Work

                state:
                  done = 0
                  rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

                layout:
                  text: "{{done}}"

                handlers:
                  little:
                    set done = done + rows.length
                  much:
                    set done = done + 1
                    for (a in rows):
                      for (b in rows):
                        for (c in rows):
                          set done = done + 1
                """));
        var ann = live.v1().subscribe(1, "Work");
        ann.event(1, 1, "much");
        assertThat(ann.transport.last()).startsWith("error #1 id1 budget-exceeded");
        ann.event(1, 2, "little");
        assertThat(ann.transport.last()).isEqualTo("update #1 v1 {done:10} acks[2]");
    }

    @Test
    void stateAndLocal_tooLarge_areRefused() {
        State state = live.settings.state();
        live.settings = live.settings.withState(new State(
                state.instances(),
                1_500,
                1_500,
                state.mailbox(),
                state.history(),
                state.broadcasts(),
                state.sharedIdle(),
                state.sessionIdle()));
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 1, "grow");
        assertThat(ann.transport.last()).isEqualTo("error #1 id1 state-too-large");
        ann.event(1, 2, "draft");
        assertThat(ann.transport.last()).isEqualTo("error #1 id2 state-too-large");
        ann.event(1, 3, "increment");
        assertThat(ann.transport.last()).isEqualTo("update #1 v1 {count:1} acks[3]");
    }

    @Test
    void traffic_narrow_isKept() {
        live.settings = narrow(live.settings);
        var ann = live.v1().subscribe(1, "Counter").subscribe(2, "Counter");
        assertThat(ann.transport.last()).isEqualTo("error #2 too-many-subscriptions");
        ann.heard();
        ann.tell(new ClientMessage.Event(1, 1, "increment", List.of()));
        ann.tell(new ClientMessage.Event(1, 2, "increment", List.of()));
        assertThat(ann.heard()).containsExactly("error #1 id2 too-many-unacknowledged");
        live.run();

        var slow = live.plain("Counter");
        slow.transport.stall();
        slow.event("increment").event("whisper").event("whisper").event("whisper");
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(ann.transport.closed()).isNull();
    }

    /** One subscription, one event without an answer, one answer waiting; and little to wait and to remember. */
    private static RuntimeSettings narrow(RuntimeSettings settings) {
        Traffic traffic = settings.traffic();
        return settings.withTraffic(new Traffic(
                traffic.frameBytes(),
                1,
                1,
                traffic.client(),
                traffic.user(),
                1,
                traffic.sendTimeout(),
                traffic.heartbeat(),
                traffic.hello(),
                traffic.resumeWindow()));
    }

    @Test
    void historyAndMailbox_narrow_areKept() {
        State state = live.settings.state();
        live.settings = live.settings.withState(new State(
                state.instances(),
                state.sharedBytes(),
                state.localBytes(),
                3,
                2,
                state.broadcasts(),
                state.sharedIdle(),
                state.sessionIdle()));
        var slow = live.v1().subscribe(1, "Counter");
        slow.event(1, 1, "increment");
        slow.heard();
        slow.transport.stall();
        var fast = live.v1().subscribe(1, "Counter");
        for (int id = 1; id <= 5; id++) {
            fast.event(1, id, "increment");
        }
        slow.transport.flow();
        assertThat(slow.transport.last()).startsWith("snapshot #1 v6");

        fast.heard();
        for (int id = 6; id <= 9; id++) {
            fast.tell(new ClientMessage.Event(1, id, "increment", List.of()));
        }
        assertThat(fast.heard()).containsExactly("error #1 id9 busy");
    }

    private static CompiledComponent compiled(String source) {
        var compilation = HjxCompiler.compile(new SourceFile("work.hjx", source), SourceLoader.none());
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        return compilation.component();
    }
}
