package io.hjx.test;

import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.Ticker;
import java.util.List;
import java.util.Objects;

/**
 * What a user does to a page, by mouse and keyboard: it goes the way that it goes in a browser, listeners first and
 * then what a browser does by itself. Confined to one browser.
 */
final class Hands {

    private static final List<String> ACTIVATED = List.of("button", "input", "label", "option", "a");

    private final Browser browser;
    private final Fields fields;
    private final Listeners listeners;
    private final Focus focus;

    Hands(Browser browser, Fields fields, Ticker time) {
        this.browser = browser;
        this.fields = fields;
        this.listeners = new Listeners(time, this::tell);
        this.focus = new Focus(fields, listeners);
    }

    // ---- the mouse

    void click(Node node) {
        require(node, "clicked");
        focus(node);
        Node activated = node.closest(outer -> ACTIVATED.contains(outer.tag()));
        if (activated != null && Fields.isCheck(activated)) {
            check(activated);
            return;
        }
        if (listeners.fire(node, "click", null) || activated == null) {
            return;
        }
        switch (activated.tag()) {
            case "label" -> clickLabeled(activated, node);
            case "option" -> choose(activated);
            default -> {
                if (isSubmit(activated)) {
                    submit(activated);
                }
            }
        }
    }

    private static boolean isSubmit(Node node) {
        String type =
                Objects.requireNonNullElse(node.attribute("type"), node.tag().equals("button") ? "submit" : "text");
        return type.equals("submit") || type.equals("image");
    }

    private void clickLabeled(Node label, Node clicked) {
        String id = label.attribute("for");
        Node control = id != null
                ? label.byId(id)
                : label.all().filter(Fields::isField).findFirst().orElse(null);
        if (control != null && control != clicked) {
            click(control);
        }
    }

    private void choose(Node option) {
        Node select = option.closest(outer -> outer.tag().equals("select"));
        if (select != null) {
            select(select, List.of(Fields.optionValue(option)));
        }
    }

    private void check(Node box) {
        boolean radio = box.type().equals("radio");
        boolean on = radio || !box.has("checked");
        if (radio && box.has("checked")) {
            listeners.fire(box, "click", null);
            return;
        }
        if (radio) {
            Form.otherRadios(box).forEach(other -> fields.put(other, BooleanValue.FALSE));
        }
        change(box, BooleanValue.of(on));
        listeners.fire(browser.now(box), "click", null);
        listeners.fire(browser.now(box), "input", null);
        listeners.fire(browser.now(box), "change", null);
    }

    // ---- the keyboard

    /** Types a text in the place of what a field holds. */
    void type(Node field, String text) {
        require(field, "typed into");
        if (field.has("readonly")) {
            throw new AssertionError(
                    Search.called(field) + " is read-only and cannot be typed into." + browser.describe());
        }
        focus(field);
        String most = field.attribute("maxlength");
        String typed = most != null && text.length() > Integer.parseInt(most)
                ? text.substring(0, Integer.parseInt(most))
                : text;
        change(field, new StringValue(typed));
        focus.typed();
        listeners.fire(browser.now(field), "input", null);
    }

    void select(Node select, List<String> values) {
        require(select, "chosen from");
        focus(select);
        Value value = select.has("multiple")
                ? ListValue.of(values.stream().map(StringValue::new).toList())
                : new StringValue(values.get(0));
        change(select, value);
        listeners.fire(browser.now(select), "input", null);
        listeners.fire(browser.now(select), "change", null);
    }

    /** Presses a key where the focus is, else on the page. */
    void press(String key) {
        Node page = browser.page();
        Node target = focus.within(page);
        Node on = target == null ? page : target;
        if (listeners.fire(on, "keydown", key)) {
            return;
        }
        if (key.equals("Enter")) {
            enter(on);
        } else if (key.equals(" ") && (Fields.isCheck(on) || on.tag().equals("button"))) {
            click(on);
        }
        listeners.fire(on, "keyup", key);
    }

    private void enter(Node on) {
        if (on.tag().equals("button") || on.tag().equals("a")) {
            click(on);
        } else if (on.tag().equals("input")) {
            focus.left(on);
            submit(on);
        }
    }

    void focus(Node node) {
        focus.move(node);
    }

    // ---- what both lead to

    /** Sends the form around an element, if there is one, as far as its fields allow that. */
    void submit(Node inside) {
        Node form = Form.around(inside);
        if (form == null) {
            return;
        }
        Node empty = Form.firstMissing(form);
        if (empty != null) {
            throw new AssertionError("The form cannot be sent: " + Search.called(empty) + " is required and empty."
                    + browser.describe());
        }
        listeners.fire(form, "submit", null);
    }

    /** Changes a field and tells the server what is bound to it. */
    private void change(Node field, Value value) {
        fields.put(field, value);
        Node changed = browser.now(field);
        for (HtmlNode.Input input : changed.element().inputs()) {
            Object key = field.key();
            fields.sent(key);
            Value bound = Fields.bound(changed, input.property());
            browser.client().send(new Action.Bind(input.site(), bound, input.own()), error -> {
                fields.answered(key, focus.isAt(key) && Roles.isTyped(field));
                browser.answered(error);
            });
        }
    }

    private void require(Node node, String what) {
        if (node.isDisabled()) {
            throw new AssertionError(
                    Search.called(node) + " is disabled and cannot be " + what + "." + browser.describe());
        }
    }

    /** What happens now may be told later, and then means what is shown now. */
    private Runnable tell(Action.Event event) {
        LiveClient.Seen seen = browser.client().seen();
        return () -> browser.client().send(event, seen, error -> {
            focus.release();
            browser.answered(error);
        });
    }
}
