package io.hjx.test;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The browser's side of {@code hjx.v1}, as {@code live.js} has it: one connection that comes back by itself after every
 * break, resumes where it was, and sends again what was not answered.
 */
final class LiveClient implements Socket.Listener, Subscription.Connection {

    private static final int REPLACED = CloseCode.REPLACED.number();
    private static final int SUB = 1;
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
    private static final Duration STABLE_TIME = Duration.ofSeconds(5);

    private enum Status {
        CONNECTING,
        OPEN,
        WAITING,
        ENDED
    }

    private final String component;
    private final String key;
    private final Chance chance;
    private final Function<Socket.Listener, Socket> connector;
    private final Page page;
    private final Subscription subscription;
    private final Outgoing outgoing = new Outgoing();
    private final Backoff backoff;
    private final Alarms alarms;
    private final Heartbeat heartbeat;

    private Status status = Status.CONNECTING;
    private @Nullable Socket socket;
    private @Nullable String client;
    private String token = "";
    private boolean welcomed;

    /** Of a subscription that the server has ended for now. */
    private @Nullable Backoff unavailable;

    /** What the server says of the whole state, where that is asked for once more. */
    private final Map<Integer, Consumer<ObjectValue>> audits = new HashMap<>();

    private int lastSub = SUB;

    /** What the page hears of. */
    interface Page {

        void event(String name, Value data);

        void error(LiveError error);

        /** Another module is to show the state. */
        void load(String module);
    }

    /**
     * Connects.
     *
     * @param snapshot what the page begins with
     * @param connector opens a connection; its listener hears of it later
     */
    LiveClient(
            String component,
            String key,
            ObjectValue snapshot,
            Ticker time,
            Chance chance,
            Function<Socket.Listener, Socket> connector,
            Page page) {
        this.component = component;
        this.key = key;
        this.chance = chance;
        this.connector = connector;
        this.page = page;
        this.subscription = new Subscription(snapshot, this);
        this.backoff = new Backoff(chance);
        this.alarms = new Alarms(time);
        this.heartbeat = new Heartbeat(time, alarms, () -> write(Messages.ping()), () -> lost(0));
        connect();
    }

    Subscription subscription() {
        return subscription;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** Whether it is connected and has nothing left to do. */
    boolean isCalm() {
        return status == Status.OPEN && subscription.ready() && outgoing.isEmpty() && audits.isEmpty();
    }

    boolean hasEnded() {
        return status == Status.ENDED;
    }

    String status() {
        return status == Status.OPEN && !subscription.ready()
                ? "resuming"
                : status.name().toLowerCase(Locale.ROOT);
    }

    /** What the page shows at a moment. */
    record Seen(String epoch, long version) {}

    Seen seen() {
        return new Seen(subscription.epoch(), subscription.version());
    }

    /** Tells the server what happens; {@code answered} hears of the answer, null for success. */
    void send(Action action, Consumer<@Nullable LiveError> answered) {
        send(action, seen(), answered);
    }

    /** Tells the server what happened when the page showed something. */
    void send(Action action, Seen seen, Consumer<@Nullable LiveError> answered) {
        boolean before = !seen.epoch().equals(subscription.epoch());
        if (before && action.site().mayHoldPosition()) {
            answered.accept(Outgoing.STALE);
            return;
        }
        if (status == Status.ENDED) {
            answered.accept(new LiveError("closed", "The connection has ended.", null));
            return;
        }
        if (action instanceof Action.Bind bind) {
            subscription.note(bind);
        }
        outgoing.add(new Outgoing.Entry(action, before ? subscription.version() : seen.version(), answered));
        flush();
    }

    /** Asks for the whole state once more, beside the subscription; nothing comes where the connection ends first. */
    void audit(Consumer<ObjectValue> snapshot) {
        int sub = ++lastSub;
        audits.put(sub, snapshot);
        write(Messages.subscribe(sub, component, key).build());
    }

    /** Leaves for good. */
    void close() {
        end();
    }

    private void end() {
        release();
        alarms.stopAll();
        status = Status.ENDED;
    }

    // ---- the way up

    private void connect() {
        alarms.stopAll();
        status = Status.CONNECTING;
        alarms.later("connect", CONNECT_TIME, () -> lost(0));
        socket = connector.apply(this);
    }

    @Override
    public void opened() {
        write(Messages.hello(client, token));
    }

    private void welcome(ObjectValue message) {
        String name = Subscription.text(message, "client");
        boolean renewed = client != null && !client.equals(name);
        client = name;
        token = Subscription.text(message, "token");
        outgoing.setRoom((int) Subscription.number(Subscription.object(message, "limits"), "unacknowledged"));
        welcomed = true;
        alarms.stop("connect");
        alarms.later("stable", STABLE_TIME, backoff::reset);
        heartbeat.begin(Duration.ofMillis(Subscription.number(message, "heartbeat")));
        audits.clear();
        begin(renewed);
        status = Status.OPEN;
    }

    private void begin(boolean renewed) {
        write(Messages.subscribe(SUB, component, key)
                .put("since", subscription.since(renewed))
                .build());
    }

    private void flush() {
        if (welcomed && subscription.ready()) {
            outgoing.take().forEach(this::write);
        }
    }

    private void write(Outgoing.Entry entry) {
        if (socket != null) {
            socket.sendAction(Json.print(Messages.action(SUB, entry)));
        }
    }

    private void write(ObjectValue message) {
        if (socket != null) {
            socket.send(Json.print(message));
        }
    }

    // ---- what comes in

    @Override
    public void received(String frame) {
        heartbeat.heard();
        ObjectValue message = (ObjectValue) Json.parse(frame);
        int sub = (int) Subscription.number(message, "sub");
        if (audits.containsKey(sub)) {
            audited(sub, message);
            return;
        }
        switch (Subscription.text(message, "type")) {
            case "welcome" -> welcome(message);
            case "snapshot" -> {
                unavailable = null;
                subscription.snapshot(message);
                flush();
            }
            case "update" -> update(message);
            case "ack" -> acknowledge(ListValue.of(message.get("id")));
            case "error" -> failed(message, sub == SUB);
            case "event" -> page.event(Subscription.text(message, "event"), message.get("data"));
            default -> {
                // Of no concern to a page that nobody looks at
            }
        }
    }

    private void audited(int sub, ObjectValue message) {
        if (Subscription.text(message, "type").equals("snapshot")) {
            Consumer<ObjectValue> waiting = audits.remove(sub);
            write(Messages.unsubscribe(sub));
            if (waiting != null) {
                waiting.accept(message);
            }
        }
    }

    private void update(ObjectValue message) {
        unavailable = null;
        subscription.update(message);
        if (message.get("events") instanceof ListValue events) {
            for (Value event : events.items()) {
                ObjectValue named = (ObjectValue) event;
                page.event(Subscription.text(named, "event"), named.get("data"));
            }
        }
        acknowledge(message.get("acks") instanceof ListValue acks ? acks : ListValue.EMPTY);
    }

    private void acknowledge(ListValue ids) {
        for (Value id : ids.items()) {
            answer((long) ((NumberValue) id).value(), null);
        }
        flush();
    }

    private void answer(long id, @Nullable LiveError error) {
        outgoing.answer(id, error);
    }

    private void failed(ObjectValue message, boolean ofSubscription) {
        String at = message.get("at") instanceof StringValue place ? place.value() : null;
        LiveError error = new LiveError(Subscription.text(message, "code"), Subscription.text(message, "message"), at);
        boolean answers = message.get("id") != Undefined.UNDEFINED;
        if (ofSubscription && !answers && error.code().equals("unavailable")) {
            again();
            return;
        }
        if (answers) {
            answer(Subscription.number(message, "id"), error);
        } else if (ofSubscription) {
            subscription.refused();
            page.error(error);
        }
        flush();
    }

    /** Begins the subscription again that the server has ended, for its instance may come back at once. */
    private void again() {
        Backoff waits = unavailable == null ? new Backoff(chance) : unavailable;
        unavailable = waits;
        subscription.interrupt();
        alarms.later("subscribe", waits.next(), () -> begin(false));
    }

    // ---- what the subscription asks for

    @Override
    public void resend() {
        outgoing.unanswered().forEach(this::write);
    }

    @Override
    public void expire() {
        outgoing.expire();
    }

    @Override
    public void renew(Predicate<Outgoing.Entry> carriedOver) {
        outgoing.renew(carriedOver);
    }

    @Override
    public void sendFirst(List<Action.Bind> values) {
        List<Outgoing.Entry> entries = new ArrayList<>();
        values.forEach(value -> entries.add(new Outgoing.Entry(value, subscription.version(), answer -> {})));
        outgoing.addFirst(entries);
        flush();
    }

    @Override
    public void load(String module) {
        page.load(module);
    }

    // ---- the way down

    @Override
    public void closed(int code) {
        lost(code);
    }

    private void lost(int code) {
        if (code == REPLACED) {
            end();
            return;
        }
        release();
        alarms.stopAll();
        alarms.later("retry", backoff.next(), this::connect);
        status = Status.WAITING;
    }

    /** The network is back. */
    void wake() {
        if (status == Status.WAITING) {
            connect();
        } else if (welcomed) {
            heartbeat.ask(CONNECT_TIME);
        }
    }

    private void release() {
        welcomed = false;
        Socket present = socket;
        socket = null;
        if (present != null) {
            present.close();
        }
    }
}
