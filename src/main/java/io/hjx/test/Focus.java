package io.hjx.test;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which element of a page has the focus, and what browsers tell when it moves. Confined to one browser. */
final class Focus {

    private final Fields fields;
    private final Listeners listeners;
    private @Nullable Object focused;
    private boolean typedInto;

    Focus(Fields fields, Listeners listeners) {
        this.fields = fields;
        this.listeners = listeners;
    }

    boolean isAt(Object key) {
        return key.equals(focused);
    }

    /** The element of a page that has the focus, or null. */
    @Nullable Node within(Node page) {
        return page.all().filter(node -> node.key().equals(focused)).findFirst().orElse(null);
    }

    /** Moves it to the control that an element is or is in; to nowhere where there is none. */
    void move(Node node) {
        Node next = node.closest(outer -> Roles.isControl(outer) || outer.has("tabindex"));
        Object key = next == null ? null : next.key();
        if (Objects.equals(key, focused)) {
            return;
        }
        Object before = focused;
        Node left = within(node.root());
        focused = key;
        if (left != null) {
            left(left);
            listeners.fire(left, "blur", null);
        }
        if (before != null) {
            fields.release(before);
        }
        if (next != null) {
            listeners.fire(next, "focus", null);
        }
    }

    /** Something has been typed where it is. */
    void typed() {
        typedInto = true;
    }

    /** Browsers tell of a change when a field is left. */
    void left(Node field) {
        if (typedInto) {
            typedInto = false;
            listeners.fire(field, "change", null);
        }
    }

    /** What the server says may be shown again where it is. */
    void release() {
        if (focused != null) {
            fields.release(focused);
        }
    }
}
