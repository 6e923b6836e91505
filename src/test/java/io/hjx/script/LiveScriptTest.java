package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.LiveFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Components with scripts in a live runtime on the real engine. */
class LiveScriptTest extends WithScripts {

    private static final String COUNTER = """
            component Counter
            imports:
              Badge from "./badge.hjx"
            state:
              count = 1
            computed:
              square = count * count
            layout:
              view:
                button(on click -> boost): "{{count}} {{square}} {{twice}} {{thrice}}"
                Badge(of="{{count}}")
            handlers:
              set_count(n):
                set count = n
              cheat:
                set twice = 100
            script:
              export function init(store) {
                store.compute('twice', () => store.get('count') * 2);
                store.compute('thrice', () => store.get('twice') + store.get('count'));
                store.on('boost', async (by, client) => {
                  store.set('count', store.get('count') + client.args.length * by);
                  await null;
                  store.set('count', 1000);
                  throw new Error('boom');
                });
              }
            """;

    private static final String BADGE = """
            component Badge
            state:
              of = 0
              label = ""
            layout:
              text: "{{label}}"
            script:
              export function init(store) {
                store.compute('label', () => '<' + store.get('of') + '>');
              }
            """;

    private static final String PICKER = """
            component Picker
            state:
              first = false
              a = "a"
              b = "b"
              text = ""
              shown = ""
            layout:
              text: "{{shown}}"
            handlers:
              grow(more):
                set first = true
                set text = more
              name_b(name):
                set b = name
            script:
              export function init(store) {
                store.compute('shown', () => store.get('first') ? store.get('a') : store.get('b'));
              }
            """;

    private final LiveFixture live = new LiveFixture();

    {
        live.scripts = engine;
        SourceLoader loader = (importing, path) -> new SourceLoader.Found(new SourceFile("badge.hjx", BADGE));
        var compilation = HjxCompiler.compile(new SourceFile("counter.hjx", COUNTER), loader);
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        live.compiled(compilation.component());
    }

    private List<String> hear(LiveFixture.Peer peer) {
        List<String> heard = new ArrayList<>();
        await(() -> {
            live.run();
            heard.addAll(peer.heard());
            return !heard.isEmpty();
        });
        return heard;
    }

    private LiveFixture.Peer open() {
        var ann = live.v1();
        ann.heard();
        ann.subscribe(1, "Counter");
        assertThat(hear(ann).toString()).contains("count:1", "square:1", "thrice:3", "twice:2", "label:\"<1>\"");
        return ann;
    }

    @Test
    void handler_change_isFollowedByAllThatComputes() {
        var ann = open();
        ann.event(1, 1, "set_count", new NumberValue(5));
        assertThat(hear(ann).toString()).contains("count:5", "square:25", "twice:10", "thrice:15", "label:\"<5>\"");
    }

    @Test
    void handler_setsWhatTheScriptComputes_isRefused() {
        var ann = open();
        ann.event(1, 1, "cheat");
        assertThat(hear(ann)).containsExactly("error #1 id1 handler-failed");
    }

    @Test
    void listener_isAnsweredForItsOwnPart() {
        var ann = open();
        ann.event(1, 1, "boost", new NumberValue(2), new NumberValue(0));
        assertThat(hear(ann))
                .singleElement()
                .asString()
                .contains("count:5", "square:25", "twice:10", "thrice:15", "label:\"<5>\"", "acks[1]");
    }

    @Test
    void rejected_turn_leavesComputedNamesAlive() {
        var compilation = HjxCompiler.compile(new SourceFile("picker.hjx", PICKER), (importing, path) -> null);
        live.compiled(compilation.component());
        var ann = live.v1();
        ann.heard();
        ann.subscribe(1, "Picker");
        assertThat(hear(ann).toString()).contains("shown:\"b\"");
        ann.event(1, 1, "grow", new StringValue("x".repeat(1_500_000)));
        assertThat(hear(ann)).containsExactly("error #1 id1 state-too-large");
        ann.event(1, 2, "name_b", new StringValue("c"));
        assertThat(hear(ann).toString()).contains("shown:\"c\"");
    }

    @Test
    void end_stopsAll() {
        open();
        var stopped = live.runtime().stop().toCompletableFuture();
        await(() -> {
            live.run();
            return stopped.isDone();
        });
        assertThat(live.ticker.scheduled()).isZero();
    }
}
