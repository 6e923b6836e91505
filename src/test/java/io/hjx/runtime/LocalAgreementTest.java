package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.emit.LocalPage;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fixture.LineEncoder;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page without a server does with a component what the server does: the same state, the same events, the same
 * refusals.
 */
class LocalAgreementTest {

    private static final int SEEDS = Integer.getInteger("agreement.seeds", 6);
    private static final int STEPS = 40;

    /** What is done, as JSON: the fields of a message of {@code hjx.v1} and its {@code kind}. */
    record Case(String name, Map<String, String> files, List<String> actions) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return LocalAgreementCases.ALL;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyActions_inAnyOrder_leadToTheSame(Case one) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> actions = new ArrayList<>(one.actions());
            for (int i = actions.size(); i < STEPS; i++) {
                actions.add(one.actions().get(random.nextInt(one.actions().size())));
            }
            compare(one, actions, seed);
        }
    }

    private static void compare(Case one, List<String> actions, int seed) {
        CompiledComponent component = compile(one);
        OnServer server = new OnServer(component);
        try (LocalPage page = LocalPage.of(component)) {
            List<String> done = new ArrayList<>();
            for (String action : actions) {
                done.add(action);
                String expected = server.send((ObjectValue) Json.parse(action));
                String actual = page.send(action).replaceFirst(":.*", "");
                assertThat(actual).as("seed %d, the last of %s", seed, done).isEqualTo(expected);
                assertThat(page.events()).as("events, seed %d, %s", seed, done).isEqualTo(server.events());
                assertThat(state(page, server)).as("seed %d, %s", seed, done).isEqualTo(server.state());
            }
        }
    }

    /** The page's values of the names that the server shows; what was never set has its first value. */
    private static Map<String, String> state(LocalPage page, OnServer server) {
        Map<String, String> values = new TreeMap<>();
        server.state().forEach((key, value) -> {
            String found = page.value(key);
            String first =
                    page.run("{ const { state, local } = programs['main.hjx']; JSON.stringify({ ...state, ...local }['"
                            + key + "']) ?? 'absent' }");
            values.put(key, found.equals("absent") ? first : found);
        });
        page.run("Object.keys(store.values()).filter((key) => key.includes('/')).join(' ')")
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .filter(key -> !key.isEmpty())
                .forEach(key -> values.putIfAbsent(key, page.value(key)));
        return values;
    }

    private static CompiledComponent compile(Case one) {
        SourceLoader loader = (importing, path) -> {
            String name = path.replaceFirst("^\\./", "");
            return one.files().containsKey(name)
                    ? new SourceLoader.Found(new SourceFile(name, one.files().get(name)))
                    : new SourceLoader.Missing(name);
        };
        Compilation compilation =
                HjxCompiler.compile(new SourceFile("main.hjx", one.files().get("main.hjx")), loader);
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        return compilation.component();
    }

    /** The component on a server, with one client. */
    private static final class OnServer {

        private final LiveFixture live = new LiveFixture();
        private final Remembering encoder = new Remembering();
        private final LiveFixture.Peer peer;
        private final String component;
        private long id;

        /** Keeps messages as they are. */
        private static final class Remembering extends LineEncoder {
            private final List<ServerMessage> messages = new ArrayList<>();

            @Override
            public Frame frame(Dialect dialect, ServerMessage message) {
                messages.add(message);
                return super.frame(dialect, message);
            }

            <T extends ServerMessage> List<T> of(Class<T> kind) {
                return messages.stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .toList();
            }
        }

        OnServer(CompiledComponent compiled) {
            live.encoder = encoder;
            live.surroundings = new Counting();
            live.compiled(compiled);
            component = compiled.name();
            peer = live.v1().subscribe(1, component);
        }

        String send(ObjectValue action) {
            ServerMessage.Snapshot before = snapshot();
            encoder.messages.clear();
            SiteRef site = new SiteRef(number(action.get("site")), at(action), items(action));
            boolean event = text(action.get("kind")).equals("event");
            peer.say(
                    event
                            ? new ClientMessage.SiteEvent(
                                    1, ++id, site, before.version(), action.get("event"), action.get("el"))
                            : new ClientMessage.Bind(1, ++id, site, before.version(), action.get("value")));
            List<ServerMessage.Failure> failures = encoder.of(ServerMessage.Failure.class);
            peer.say(new ClientMessage.Unsubscribe(1));
            peer.subscribe(1, component);
            return failures.isEmpty() ? "done" : failures.get(0).code();
        }

        private ServerMessage.Snapshot snapshot() {
            List<ServerMessage.Snapshot> all = encoder.of(ServerMessage.Snapshot.class);
            return all.get(all.size() - 1);
        }

        /** What clients get, but for who they are. */
        Map<String, String> state() {
            Map<String, String> values = new TreeMap<>();
            snapshot().state().forEach((key, value) -> values.put(key, Json.print(value)));
            snapshot().local().forEach((key, value) -> values.put(key, Json.print(value)));
            values.keySet().removeAll(List.of("user", "client"));
            return values;
        }

        String events() {
            return encoder.of(ServerMessage.Update.class).stream()
                    .flatMap(update -> update.events().stream())
                    .map(event -> event.event() + "=" + Json.print(event.data()))
                    .collect(Collectors.joining(" "));
        }

        private static List<UseKey> at(ObjectValue action) {
            return list(action.get("at")).stream()
                    .map(LocalAgreementTest::list)
                    .map(step -> new UseKey(number(step.get(0)), text(step.get(1))))
                    .toList();
        }

        private static List<ItemKey> items(ObjectValue action) {
            return list(action.get("items")).stream()
                    .map(LocalAgreementTest::list)
                    .map(item -> item.get(1) instanceof NumberValue position
                            ? new ItemKey(text(item.get(0)), String.valueOf((int) position.value()), true)
                            : new ItemKey(text(item.get(0)), text(item.get(1)), false))
                    .toList();
        }
    }

    /** A world without chance. */
    private static final class Counting implements Surroundings {
        private int made;

        @Override
        public long currentMillis() {
            return 1_000;
        }

        @Override
        public double random() {
            return 0.5;
        }

        @Override
        public String uuid() {
            return "id-" + ++made;
        }
    }

    private static List<Value> list(Value value) {
        return value instanceof ListValue list ? list.items() : List.of();
    }

    private static int number(Value value) {
        return (int) ((NumberValue) value).value();
    }

    private static String text(Value value) {
        return ((StringValue) value).value();
    }
}
