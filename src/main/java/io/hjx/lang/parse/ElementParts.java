package io.hjx.lang.parse;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Name;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element's head while it is read; most elements have little of it. Confined to the parsing thread. */
final class ElementParts {

    private @Nullable Name id;
    private List<Name> classes = List.of();
    private List<Element.Attribute> attributes = List.of();
    private List<Element.ClassToggle> toggles = List.of();
    private List<Binding.Event> events = List.of();
    private List<Binding.Value> binds = List.of();

    /** Takes the id; false where the element has one. */
    boolean setId(Name name) {
        boolean first = id == null;
        id = first ? name : id;
        return first;
    }

    void addClass(Name name) {
        classes = with(classes, name);
    }

    void add(Element.Attribute attribute) {
        attributes = with(attributes, attribute);
    }

    void add(Element.ClassToggle toggle) {
        toggles = with(toggles, toggle);
    }

    void add(Binding.Event event) {
        events = with(events, event);
    }

    void add(Binding.Value bind) {
        binds = with(binds, bind);
    }

    /** The same list, or one that can grow. */
    private static <T> List<T> with(List<T> list, T item) {
        List<T> growing = list.isEmpty() ? new ArrayList<>(4) : list;
        growing.add(item);
        return growing;
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
