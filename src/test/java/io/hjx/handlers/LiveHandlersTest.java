package io.hjx.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.ActionRefusedException;
import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.OnEvent;
import io.hjx.api.Store;
import io.hjx.json.JsonValueCodec;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.fixture.LiveFixture.Peer;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.JavaHandlers;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RefusedCallException;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beans without a container, called by a runtime whose time and threads belong to the test. */
class LiveHandlersTest {

    private static final String SOURCE = """
            component Orders
            state:
              title = ""
              count = 0
            computed:
              twice = count * 2
            local:
              form = { title: "" }
            layout:
              view:
                input (bind value <-> form.title)
                text: "{{title}} {{twice}}"
                button (on click -> create(form.title, 1)): "+"
                button (on click -> submit): "+"
            handlers:
              submit:
                set count = count + 1
                call create(form.title, count)
                set count = count + 10
            """;
    private static final Duration TIME = Duration.ofSeconds(10);

    private final LiveFixture live = new LiveFixture();
    private final Orders bean = new Orders();
    private final List<RefusedCallException> refusals = new ArrayList<>();
    private final RolledBack transactions = new RolledBack();
    private List<Ports.Violation> broken = List.of();

    @Handles("Orders")
    class Orders {
        private @Nullable Store kept;
        private @Nullable CompletionStage<Long> version;

        @Init
        void begin(Store.Draft draft) {
            draft.set("title", "begun");
        }

        @Handler
        void create(String title, long number, Store.Draft draft) {
            draft.set("title", title + number + draft.get("count", Integer.class));
        }

        @Handler
        void fail(Store.Draft draft) {
            draft.set("title", "never shown");
            throw new IllegalStateException("secret");
        }

        @Handler
        void refuse(String title) {
            throw new ActionRefusedException("No.", Map.of("title", "not so"));
        }

        @Handler
        @RolesAllowed("boss")
        void approve(Client by, Store store) {
            version = store.set("title", by.user() + by.isInRole("boss") + store.get("title"));
            kept = store;
        }

        @Handler
        void slow(Store.Draft draft) {
            live.ticker.advance(TIME, () -> {});
            draft.set("title", "too late");
        }

        @Handler
        void rollBack(Store.Draft draft) {
            transactions.present = new Object();
            draft.set("title", "never shown");
            transactions.rollBack();
        }

        @OnEvent("seen")
        void seen(String what, Store.Draft draft) {
            draft.set("title", "seen " + what);
        }

        @Observer
        void changed(String event, Store.Draft draft) {
            draft.set("title", event);
        }
    }

    /** One transaction, which the test ends. */
    private static final class RolledBack implements Ports.Transactions {
        private @Nullable Object present;
        private final List<Runnable> tasks = new ArrayList<>();

        @Override
        public @Nullable Object present() {
            return present;
        }

        @Override
        public void onRollback(Runnable task) {
            tasks.add(task);
        }

        void rollBack() {
            tasks.forEach(Runnable::run);
        }
    }

    private final LiveHandlers handlers = start();

    private LiveHandlers start() {
        JavaComponents components = JavaComponents.of(List.of(new PlainBean(bean)));
        Ports ports = new Ports(
                new JsonValueCodec(),
                (instance, method, arguments) -> broken,
                transactions,
                live.ticker,
                live.executor,
                TIME);
        LiveHandlers made = new LiveHandlers(components, ports);
        live.java = listening(made);
        CompiledComponent compiled = HjxCompiler.compile(
                        new SourceFile("Orders.hjx", SOURCE), SourceLoader.none(), components::names)
                .component();
        live.compiled(compiled);
        return made;
    }

    /** The same, and the refusals on their way to the client: its encoder here tells codes alone. */
    private JavaHandlers listening(LiveHandlers made) {
        return new JavaHandlers() {
            @Override
            public boolean takes(String component, String handler) {
                return made.takes(component, handler);
            }

            @Override
            public CompletionStage<Void> call(Call call, HandlerState state) {
                return made.call(call, state).whenComplete((done, failure) -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof RefusedCallException refused) {
                        refusals.add(refused);
                    }
                });
            }

            @Override
            public boolean starts(String component) {
                return made.starts(component);
            }

            @Override
            public CompletionStage<Void> start(String component, String key, HandlerState state) {
                return made.start(component, key, state);
            }
        };
    }

    private Peer opened() {
        Peer peer = live.plain("Orders");
        assertThat(peer.heard()).singleElement().asString().contains("title:\"begun\"");
        return peer;
    }

    private static String state(Peer peer) {
        List<String> heard = peer.heard();
        assertThat(heard).hasSize(1);
        return heard.get(0);
    }

    @Test
    void call_byName_convertsAndCommits() {
        Peer ann = opened();
        ann.event("create", new StringValue("pen"), new NumberValue(7));
        assertThat(state(ann)).contains("title:\"pen70\"");
    }

    @Test
    void call_byAHandlerOfTheFile_runsBehindItsBody_inOneVersion() {
        Peer ann = opened();
        ann.event("submit");
        assertThat(state(ann)).contains("title:\"111\"").contains("count:11").contains("twice:22");
    }

    @Test
    void failure_keepsNothing_andTellsNothing() {
        Peer ann = opened();
        ann.event("fail");
        assertThat(ann.heard()).containsExactly("error handler-failed");
        assertThat(refusals.get(0)).hasMessage("the handler failed");
        ann.event("create", new StringValue("pen"), new NumberValue(7));
        assertThat(state(ann)).contains("title:\"pen70\"");
    }

    @Test
    void refusal_isToldWithItsFields() {
        Peer ann = opened();
        ann.event("refuse", new StringValue(""));
        assertThat(ann.heard()).containsExactly("error refused");
        assertThat(refusals.get(0)).hasMessage("No.");
        assertThat(refusals.get(0).fields()).isEqualTo(Map.of("title", "not so"));
    }

    @Test
    void argument_thatIsNone_orCannotBeMade_isToldAtItsParameter() {
        Peer ann = opened();
        ann.event("create", new NumberValue(1), new NumberValue(1.5));
        ann.event("create", new StringValue("pen"));
        assertThat(ann.heard()).containsExactly("error bad-value", "error bad-value");
        assertThat(refusals.get(0).fields()).containsOnlyKeys("title", "number").containsValue("is not valid");
        assertThat(refusals.get(1).fields()).isEqualTo(Map.of("number", "is missing"));
    }

    @Test
    void brokenRule_isToldAtTheInputThatTheArgumentWasReadFrom() {
        Peer ann = live.v1();
        ann.subscribe(1, "Orders");
        ann.heard();
        broken = List.of(new Ports.Violation(0, "", "must not be blank"), new Ports.Violation(1, "x", "too many"));
        SiteRef site = new SiteRef(1, List.of(), List.of());
        ann.say(new ClientMessage.SiteEvent(1, 1, site, 1, ObjectValue.EMPTY, ObjectValue.EMPTY));
        assertThat(ann.heard()).containsExactly("error #1 id1 invalid");
        assertThat(refusals.get(0).fields())
                .isEqualTo(Map.of("form.title", "must not be blank", "number.x", "too many"));
        ann.event(1, 2, "submit");
        assertThat(refusals.get(1).fields()).containsKey("form.title").containsKey("count.x");
    }

    @Test
    void roles_areAskedOfTheClient() {
        Peer ann = opened();
        Principal boss = new Principal("eve", Set.of("boss"));
        Peer eve = live.connect(Dialect.PLAIN, new Target("Orders", ""), boss, false, null);
        eve.heard();
        ann.event("approve");
        assertThat(ann.heard()).containsExactly("error forbidden");
        eve.event("approve");
        assertThat(state(eve)).contains("title:\"evetruebegun\"");
        assertThat(bean.version).isCompletedWithValue(2L);
        assertThat(bean.kept).isNotNull();
        assertThatThrownBy(() -> bean.kept.get("title")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void call_pastItsTime_keepsNothing() {
        Peer ann = opened();
        ann.event("slow");
        assertThat(ann.heard()).containsExactly("error budget-exceeded");
        assertThat(Thread.interrupted()).isFalse();
        ann.event("create", new StringValue("pen"), new NumberValue(7));
        assertThat(state(ann)).contains("title:\"pen70\"");
        assertThat(live.ticker.scheduled()).isEqualTo(1); // the heartbeat
    }

    @Test
    void transaction_rolledBackWithoutAnException_keepsNothing() {
        Peer ann = opened();
        ann.event("rollBack");
        assertThat(ann.heard()).containsExactly("error handler-failed");
    }

    @Test
    void onEvent_takesWhatNoHandlerTakes() {
        Peer ann = opened();
        ann.event("seen", new StringValue("it"));
        assertThat(state(ann)).contains("title:\"seen it\"");
        ann.event("unseen");
        assertThat(ann.heard()).containsExactly("error unknown-handler");
    }

    @Test
    void observer_changesEveryInstance() {
        Peer ann = opened();
        Peer ben = live.connect(Dialect.PLAIN, new Target("Orders", "two"), Principal.ANONYMOUS, false, null);
        ben.heard();
        handlers.fired(String.class, "fired", live.runtime()::everywhere);
        live.run();
        assertThat(state(ann)).contains("title:\"fired\"");
        assertThat(state(ben)).contains("title:\"fired\"");
    }

    @Test
    void init_thatFails_startsNoInstance() {
        live.java = new JavaHandlers() {
            @Override
            public boolean takes(String component, String handler) {
                return false;
            }

            @Override
            public CompletionStage<Void> call(Call call, HandlerState state) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public boolean starts(String component) {
                return true;
            }

            @Override
            public CompletionStage<Void> start(String component, String key, HandlerState state) {
                return CompletableFuture.failedFuture(new IllegalStateException("no database"));
            }
        };
        assertThat(live.plain("Orders").heard()).containsExactly("error unavailable");
        assertThat(live.runtime().instanceCount()).isZero();
    }

    @Test
    void compile_aNameThatNobodyHas_isAnError_oneThatBothHaveToo() {
        String wrong = SOURCE.replace("-> create(", "-> creat(");
        assertThat(codes(wrong)).containsExactly("HJX4001");
        String twice = SOURCE + "\n  approve:\n    log 1";
        assertThat(codes(twice)).hasSize(1);
        assertThat(codes(SOURCE)).isEmpty();
    }

    private List<String> codes(String source) {
        JavaComponents components = JavaComponents.of(List.of(new PlainBean(bean)));
        return HjxCompiler.compile(new SourceFile("Orders.hjx", source), SourceLoader.none(), components::names)
                .diagnostics()
                .stream()
                .map(found -> found.code().id())
                .toList();
    }
}
