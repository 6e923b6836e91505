package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.spi.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code access:} says of binds, in layouts as they are written. */
class AccessTest {

    private static final StringValue MINE = new StringValue("mine");

    private final LiveFixture live = new LiveFixture();
    private long id;

    {
        live.authorizer = new LiveFixture.Permissive() {
            @Override
            public boolean mayUse(Principal principal, CompiledComponent component, String key, String action) {
                return !action.equals("bind");
            }
        };
    }

    private LiveFixture.Peer open(String layout) {
        return open(layout, "");
    }

    private LiveFixture.Peer open(String layout, String child) {
        String head = """
                component Page
                state:
                  todos = [{id: "a", text: "milk"}]
                  name = ""
                local:
                  t = {text: ""}
                  drafts = [{id: "a", text: ""}]
                computed:
                  shown = drafts.filter(d => d.text !== "never")
                layout:
                """;
        String imports = child.isEmpty() ? "" : "imports:\n  Field from \"./Field.hjx\"\n";
        String text = head.replace("component Page\n", "component Page\n" + imports) + layout.indent(2);
        SourceLoader loader = (from, wanted) -> new SourceLoader.Found(new SourceFile("Field.hjx", child));
        var compilation = HjxCompiler.compile(new SourceFile("Page.hjx", text), loader);
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        live.compiled(compilation.component());
        var ann = live.v1().subscribe(1, "Page");
        ann.heard();
        return ann;
    }

    private boolean may(LiveFixture.Peer peer, SiteRef site) {
        peer.say(new ClientMessage.Bind(1, ++id, site, 0, MINE));
        return !peer.transport.last().contains("forbidden");
    }

    private static SiteRef inLoop(int site, String item) {
        return new SiteRef(site, List.of(), List.of(new ItemKey(item, "a", false)));
    }

    @Test
    void loopItem_ofTheNameOfALocal_isShared() {
        var ann = open("""
                for (t in todos):
                  input(bind value <-> t.text)
                """);
        assertThat(may(ann, inLoop(0, "t"))).isFalse();
    }

    @Test
    void loopItem_ofALocalList_isOwn() {
        var ann = open("""
                for (d in drafts):
                  input(bind value <-> d.text)
                for (s in shown):
                  input(bind value <-> s.text)
                input(bind value <-> t.text)
                """);
        assertThat(may(ann, inLoop(0, "d"))).isTrue();
        assertThat(may(ann, inLoop(1, "s"))).isTrue();
        assertThat(may(ann, new SiteRef(2, List.of(), List.of()))).isTrue();
    }

    @Test
    void childsLocal_tiedToAParentsSharedName_isShared() {
        String field = """
                component Field
                local:
                  text = ""
                layout:
                  input(bind value <-> text)
                """;
        var ann = open("""
                div:
                  Field(bind text <-> name)
                  Field(bind text <-> t.text)
                """, field);
        assertThat(may(ann, inChild(1))).isFalse();
        assertThat(may(ann, inChild(2))).isTrue();
    }

    private static SiteRef inChild(int use) {
        return new SiteRef(0, List.of(new UseKey(use, "")), List.of());
    }
}
