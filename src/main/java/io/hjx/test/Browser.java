package io.hjx.test;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one user has before him: the page that his client's state makes, its fields and its focus. What he does here
 * goes the way that it goes in a browser.
 */
final class Browser implements LiveClient.Page {

    private final String name;
    private final Time time;
    private final Network network;
    private final Function<String, CompiledComponent> layouts;
    private final LiveClient client;
    private final Fields fields = new Fields();
    private final Listeners listeners;
    private final List<LiveError> errors = new ArrayList<>();
    private final List<LiveEvent> events = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable Object focused;
    private boolean typedInto;
    private @Nullable Shown shown;

    /** A page, and by which changes it is out of date. */
    private record Shown(int state, int fields, Node page) {}

    /**
     * Opens a page.
     *
     * @param name what messages call its user
     * @param snapshot what the page begins with
     * @param layouts the component that a module shows
     */
    Browser(
            String name,
            String component,
            String key,
            ObjectValue snapshot,
            Function<String, CompiledComponent> layouts,
            Time time,
            Chance chance,
            Network network,
            Function<Socket.Listener, Socket> connector) {
        this.name = name;
        this.time = time;
        this.network = network;
        this.layouts = layouts;
        this.listeners = new Listeners(time, this::tell);
        this.client = new LiveClient(component, key, snapshot, time, chance, connector, this);
    }

    String name() {
        return name;
    }

    LiveClient client() {
        return client;
    }

    Network network() {
        return network;
    }

    List<LiveError> errors() {
        return errors;
    }

    List<LiveEvent> events() {
        return events;
    }

    // ---- what is shown

    /** The page as the user sees it now. */
    Node page() {
        Subscription latest = client.subscription();
        Shown present = shown;
        if (present == null || present.state() != latest.changes() || present.fields() != fields.changes()) {
            Node page = new Node(fields.shownIn(render(latest.state(), latest.local())), null);
            present = new Shown(latest.changes(), fields.changes(), page);
            shown = present;
        }
        return present.page();
    }

    /** What the layout makes of a state. */
    HtmlNode.Element render(ObjectValue state, ObjectValue own) {
        CompiledComponent component = layouts.apply(client.subscription().module());
        failures.clear();
        return component
                .html()
                .tree(
                        component.program().frame(new PageState(state, own), Budget.standard()),
                        Budget::standard,
                        (where, place, message) -> failures.add(
                                where.source().path() + ":" + where.source().position(place.start()) + ": " + message));
    }

    /** Everything that helps to see why something is not as it should be. */
    String describe() {
        Subscription latest = client.subscription();
        StringBuilder text = new StringBuilder("\n\nThe page of " + name + " now:\n\n");
        text.append(HtmlPrinter.print(page().element()).indent(2));
        text.append("\nIts state: ")
                .append(Json.print(latest.state()))
                .append(" and ")
                .append(Json.print(latest.local()));
        text.append("\nIts connection: ")
                .append(client.status())
                .append(", version ")
                .append(latest.version());
        text.append(network.trouble().isEmpty() ? "" : ", network " + network.trouble());
        failures.forEach(failure -> text.append("\nA binding failed: ").append(failure));
        client.outgoing()
                .describe()
                .forEach(waiting -> text.append("\nNot done yet: ").append(waiting));
        errors.forEach(error -> text.append("\nRefused before: ").append(error));
        return text.toString();
    }

    // ---- what the user does

    /** Does something and lets the server answer; what it refuses is an error of the test. */
    void act(Runnable doing) {
        int before = errors.size();
        doing.run();
        time.settle();
        if (errors.size() > before) {
            LiveError reason = errors.get(before);
            throw new RefusedError(name + " was refused: " + reason + describe(), reason);
        }
    }

    void click(Node node) {
        require(node, "clicked");
        focus(node);
        Node activated = node.closest(outer -> isActivated(outer));
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

    private static boolean isActivated(Node node) {
        return List.of("button", "input", "label", "option", "a").contains(node.tag());
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
                : label.all().filter(Browser::isField).findFirst().orElse(null);
        if (control != null && control != clicked) {
            click(control);
        }
    }

    static boolean isField(Node node) {
        return List.of("input", "textarea", "select").contains(node.tag());
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
            group(box).forEach(other -> fields.put(other, BooleanValue.FALSE));
        }
        change(box, BooleanValue.of(on));
        listeners.fire(now(box), "click", null);
        listeners.fire(now(box), "input", null);
        listeners.fire(now(box), "change", null);
    }

    /** The other radio buttons of which one is on at a time. */
    private static List<Node> group(Node radio) {
        String group = radio.attribute("name");
        Node form = radio.closest(outer -> outer.tag().equals("form"));
        return radio.root()
                .all()
                .filter(other -> other.type().equals("radio") && group != null && group.equals(other.attribute("name")))
                .filter(other ->
                        other != radio && other.closest(outer -> outer.tag().equals("form")) == form)
                .toList();
    }

    /** Types a text in the place of what a field holds. */
    void type(Node field, String text) {
        require(field, "typed into");
        if (field.has("readonly")) {
            throw new AssertionError(Search.called(field) + " is read-only and cannot be typed into." + describe());
        }
        focus(field);
        String most = field.attribute("maxlength");
        String typed = most != null && text.length() > Integer.parseInt(most)
                ? text.substring(0, Integer.parseInt(most))
                : text;
        change(field, new StringValue(typed));
        typedInto = true;
        listeners.fire(now(field), "input", null);
    }

    void select(Node select, List<String> values) {
        require(select, "chosen from");
        focus(select);
        Value value = select.has("multiple")
                ? ListValue.of(values.stream().map(StringValue::new).toList())
                : new StringValue(values.get(0));
        change(select, value);
        listeners.fire(now(select), "input", null);
        listeners.fire(now(select), "change", null);
    }

    /** Changes a field and tells the server what is bound to it. */
    private void change(Node field, Value value) {
        fields.put(field, value);
        Node changed = now(field);
        for (HtmlNode.Input input : changed.element().inputs()) {
            Object key = field.key();
            fields.sent(key);
            Value bound = Fields.bound(changed, input.property());
            client.send(new Action.Bind(input.site(), bound, input.own()), error -> {
                fields.answered(key, key.equals(focused) && Roles.isTyped(field));
                refusedIf(error);
            });
        }
    }

    /** Presses a key where the focus is, else on the page. */
    void press(String key) {
        Node page = page();
        Node target = focusedIn(page);
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
            left(on);
            Node form = on.closest(outer -> outer.tag().equals("form"));
            if (form != null) {
                submit(on);
            }
        }
    }

    /** Sends the form around an element, as far as its fields allow that. */
    void submit(Node inside) {
        Node form = inside.closest(outer -> outer.tag().equals("form"));
        if (form == null) {
            return;
        }
        form.all()
                .filter(field -> isField(field) && field.has("required") && !form.has("novalidate"))
                .filter(field -> Fields.isCheck(field)
                        ? !field.has("checked")
                        : Fields.text(field).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw new AssertionError("The form cannot be sent: " + Search.called(field)
                            + " is required and empty." + describe());
                });
        listeners.fire(form, "submit", null);
    }

    void focus(Node node) {
        Node next = node.closest(outer -> Roles.isControl(outer) || outer.has("tabindex"));
        Object key = next == null ? null : next.key();
        if (Objects.equals(key, focused)) {
            return;
        }
        Object before = focused;
        Node left = focusedIn(node.root());
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

    /** Browsers tell of a change when a field is left. */
    private void left(Node field) {
        if (typedInto) {
            typedInto = false;
            listeners.fire(field, "change", null);
        }
    }

    private @Nullable Node focusedIn(Node page) {
        return page.all().filter(node -> node.key().equals(focused)).findFirst().orElse(null);
    }

    /** The element as it is now; as it was, where it is gone. */
    Node now(Node before) {
        return page().all()
                .filter(node -> node.key().equals(before.key()))
                .findFirst()
                .orElse(before);
    }

    private void require(Node node, String what) {
        if (node.isDisabled()) {
            throw new AssertionError(Search.called(node) + " is disabled and cannot be " + what + "." + describe());
        }
    }

    /** What happens now may be told later, and then means what is shown now. */
    private Runnable tell(Action.Event event) {
        LiveClient.Seen seen = client.seen();
        return () -> client.send(event, seen, error -> {
            if (focused != null) {
                fields.release(focused);
            }
            refusedIf(error);
        });
    }

    private void refusedIf(@Nullable LiveError error) {
        if (error != null) {
            errors.add(error);
        }
    }

    // ---- what the client tells

    @Override
    public void event(String event, Value data) {
        events.add(new LiveEvent(event, Plain.of(data)));
    }

    @Override
    public void error(LiveError error) {
        errors.add(error);
    }

    @Override
    public void load(String module) {
        client.subscription().relocate(this::site);
    }

    private @Nullable SiteRef site(String own) {
        return page().all()
                .flatMap(node -> node.element().inputs().stream())
                .filter(input -> own.equals(input.own()))
                .map(HtmlNode.Input::site)
                .findFirst()
                .orElse(null);
    }
}
