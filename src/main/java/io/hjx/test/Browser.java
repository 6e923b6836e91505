package io.hjx.test;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one user has before him: the page that his client's state makes, with what he has put into its fields. What he
 * does to it are {@link Hands}.
 */
final class Browser implements LiveClient.Page {

    private final String name;
    private final Time time;
    private final Network network;
    private final Function<String, CompiledComponent> layouts;
    private final LiveClient client;
    private final Fields fields = new Fields();
    private final Hands hands;
    private final List<LiveError> errors = new ArrayList<>();
    private final List<LiveEvent> events = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
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
        this.client = new LiveClient(component, key, snapshot, time, chance, connector, this);
        this.hands = new Hands(this, fields, time);
    }

    String name() {
        return name;
    }

    LiveClient client() {
        return client;
    }

    Hands hands() {
        return hands;
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

    /** The element as it is now; as it was, where it is gone. */
    Node now(Node before) {
        return page().all()
                .filter(node -> node.key().equals(before.key()))
                .findFirst()
                .orElse(before);
    }

    /** Tells the user of what the server has refused; null for what it has done. */
    void answered(@Nullable LiveError error) {
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
