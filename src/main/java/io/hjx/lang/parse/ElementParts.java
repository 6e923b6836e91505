package io.hjx.lang.parse;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Name;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element's head while it is read. Confined to the parsing thread. */
final class ElementParts {

    private @Nullable Name id;
    private final List<Name> classes = new ArrayList<>();
    private final List<Element.Attribute> attributes = new ArrayList<>();
    private final List<Element.ClassToggle> toggles = new ArrayList<>();
    private final List<Binding.Event> events = new ArrayList<>();
    private final List<Binding.Value> binds = new ArrayList<>();

    /** Takes the id; false where the element has one. */
    boolean setId(Name name) {
        boolean first = id == null;
        id = first ? name : id;
        return first;
    }

    void addClass(Name name) {
        classes.add(name);
    }

    void add(Element.Attribute attribute) {
        attributes.add(attribute);
    }

    void add(Element.ClassToggle toggle) {
        toggles.add(toggle);
    }

    void add(Binding.Event event) {
        events.add(event);
    }

    void add(Binding.Value bind) {
        binds.add(bind);
    }

    Element element(Span span, Name tag, int number, List<LayoutNode> children) {
        return new Element(
                span,
                tag,
                number,
                id,
                List.copyOf(classes),
                List.copyOf(attributes),
                List.copyOf(toggles),
                List.copyOf(events),
                List.copyOf(binds),
                children);
    }
}
