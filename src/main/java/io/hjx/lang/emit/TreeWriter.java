package io.hjx.lang.emit;

import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Path;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rendering as a tree of elements. Confined to the rendering thread. */
final class TreeWriter extends Rendering {

    /** The children of the element that is being rendered. */
    private List<HtmlNode> siblings = new ArrayList<>();

    TreeWriter(Map<String, Part.Block> layouts, Supplier<Budget> budget, HtmlRenderer.Failures failures) {
        super(layouts, budget, failures);
    }

    HtmlNode.Element finish() {
        return (HtmlNode.Element) siblings.get(0);
    }

    /** The element of a layout in its items: the tag itself counts, not what it is like. */
    private static final class Key {

        private final Part.Tag tag;
        private final String path;
        private final List<ItemKey> items;

        Key(Part.Tag tag, Place place) {
            this.tag = tag;
            this.path = place.frame().path();
            this.items = place.items();
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Key key && tag == key.tag && path.equals(key.path) && items.equals(key.items);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(tag) + path.hashCode()) + items.hashCode();
        }
    }

    @Override
    void comment() {
        // Nobody sees it
    }

    @Override
    void text(Part.Text text, Place place) {
        add(shown(text.template(), place));
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            siblings.add(new HtmlNode.Text(text));
        }
    }

    @Override
    void tag(Part.Tag tag, Place place, List<Outer> outer) {
        TagWriter writer = new TagWriter(this, tag, place);
        Map<String, String> attributes = writer.attributes(outer, selected(tag, place, writer));
        List<HtmlNode> around = siblings;
        siblings = new ArrayList<>();
        if (tag.name().equals("textarea")) {
            add(writer.content());
        } else {
            children(tag, place, writer);
        }
        around.add(new HtmlNode.Element(
                new Key(tag, place),
                tag.name(),
                attributes,
                listeners(tag, place, outer),
                inputs(tag, place),
                siblings));
        siblings = around;
    }

    private static List<HtmlNode.Listener> listeners(Part.Tag tag, Place place, List<Outer> outer) {
        List<HtmlNode.Listener> listeners = new ArrayList<>();
        tag.events().forEach(event -> listeners.add(listener(event, place)));
        for (Outer given : outer) {
            given.events().forEach(event -> listeners.add(listener(event, given.place())));
        }
        return listeners;
    }

    private static HtmlNode.Listener listener(Binding.Event event, Place place) {
        return new HtmlNode.Listener(event.event().text(), event.modifiers(), site(event, place));
    }

    private static List<HtmlNode.Input> inputs(Part.Tag tag, Place place) {
        return tag.binds().stream()
                .map(bind -> new HtmlNode.Input(bind.property().text(), site(bind, place), own(place, bind.path())))
                .toList();
    }

    private static SiteRef site(Binding binding, Place place) {
        return new SiteRef(binding.site(), place.at(), place.items());
    }

    private static @Nullable String own(Place place, Path path) {
        String name = path.root().text();
        boolean item = place.items().stream().anyMatch(key -> key.name().equals(name));
        boolean fields = path.steps().stream().allMatch(Path.Field.class::isInstance);
        return item || !fields ? null : own(place, name, fields(path));
    }

    /** Follows a name to the parent that it is tied to. */
    private static @Nullable String own(Place place, String name, String rest) {
        Part.Child use = place.use();
        Place parent = place.parent();
        if (use != null && parent != null && use.use().props().containsKey(name)) {
            return null;
        }
        Binding.Value tied = use == null ? null : use.use().bound().get(name);
        if (tied != null && parent != null) {
            String outer = own(parent, tied.path());
            return outer == null ? null : outer + rest;
        }
        Symbol symbol = place.component().symbols().get(name);
        return symbol != null && symbol.kind().perClient() ? place.frame().path() + name + rest : null;
    }

    private static String fields(Path path) {
        StringBuilder fields = new StringBuilder();
        path.steps()
                .forEach(step ->
                        fields.append('.').append(((Path.Field) step).name().text()));
        return fields.toString();
    }
}
