package io.hjx.cdi;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every setting. Each may be given as the {@code java:comp/env} entry or system property {@link #property}, or as the
 * environment variable {@link #variable}; the first that is there counts, in this order.
 */
enum Setting {
    /** {@code dev} or {@code production}; in development changed files are compiled at once and limits are wider. */
    MODE("mode"),
    /** The directory of the components; without it {@code WEB-INF/components} of the application. */
    COMPONENTS("components"),
    /** The component of plain connections whose URL names none. */
    COMPONENT("component"),
    /** The origins whose pages may connect besides the server's own, with commas between. */
    ORIGINS("origins"),
    /** The names under which the server answers, with commas between; without it all, and in development local ones. */
    HOSTS("hosts"),
    /** Whether the gallery is shown; without it in development alone. */
    GALLERY("gallery"),
    /** What the connections of pages speak: {@code json} or {@code cbor}. */
    ENCODING("encoding"),
    /** The most connections. */
    MAX_CONNECTIONS("maxConnections"),
    /** The most connections of one address; 0 for no such limit. */
    MAX_CONNECTIONS_PER_ADDRESS("maxConnectionsPerAddress"),
    /** The largest frame of a client, in bytes. */
    MAX_FRAME("maxFrame"),
    /** How deep a client's frame may be nested. */
    MAX_DEPTH("maxDepth"),
    /** The most members of an object, or items of a list, in a client's frame. */
    MAX_WIDTH("maxWidth"),
    /** The most subscriptions of one connection. */
    MAX_SUBSCRIPTIONS("maxSubscriptions"),
    /** The most events of one client without an answer yet. */
    MAX_UNACKNOWLEDGED("maxUnacknowledged"),
    /** The most events, answers and failures that wait for a slow client. */
    MAX_QUEUED("maxQueued"),
    /** The most instances. */
    MAX_INSTANCES("maxInstances"),
    /** The most commands that wait for one instance. */
    MAX_WAITING("maxWaiting"),
    /** The size of an instance's state, in characters of its JSON text. */
    MAX_STATE("maxState"),
    /** The size of one client's local names in an instance, in characters of their JSON text. */
    MAX_LOCAL("maxLocal"),
    /** The steps of one evaluation. */
    MAX_STEPS("maxSteps"),
    /** The versions that a client may lag behind and still get only what changed. */
    HISTORY("history"),
    /** The messages a second of one client; 0 for no limit. */
    RATE("rate"),
    /** How many messages of one client are taken at once. */
    BURST("burst"),
    /** The messages a second of all connections of one signed-in user; 0 for no limit. */
    RATE_PER_USER("ratePerUser"),
    /** How many messages of one signed-in user are taken at once. */
    BURST_PER_USER("burstPerUser"),
    /** How long a connection of {@code hjx.v1} may take to say {@code hello}. */
    HELLO_TIMEOUT("helloTimeout"),
    /** The time between two pings. */
    HEARTBEAT("heartbeat"),
    /** How long one frame may take to leave. */
    SEND_TIMEOUT("sendTimeout"),
    /** How long a client that is gone may come back as the same client. */
    RESUME_WINDOW("resumeWindow"),
    /** How often clients are told of changes, for all components or some. */
    CONFLATION("conflation"),
    /** How long a shared instance without clients is kept. */
    IDLE("idle"),
    /** The same for an instance of {@code scope session}. */
    IDLE_SESSION("idleSession"),
    /** The path of the message server. */
    MESSAGE_PATH("messagePath"),
    /** The most messages of one source without an answer, and as many the other way. */
    MAX_UNANSWERED_MESSAGES("maxUnansweredMessages"),
    /** The most messages of one source whose answers are remembered. */
    MAX_REMEMBERED_MESSAGES("maxRememberedMessages"),
    /** Whether {@code chat-message} is answered where the application does not. */
    MESSAGE_EXAMPLE("messageExample"),
    /** How long a handler in Java may take. */
    HANDLER_TIME("handlerTime"),
    /** Whether the example {@code Orders} works, which makes a table in the server's default data source. */
    ORDERS_EXAMPLE("ordersExample"),
    /** Whether the chat room is at {@code /chat} where the application has no channel there. */
    CHAT_EXAMPLE("chatExample"),
    /** Whether the idle timer of Tyrus is silenced. */
    QUIET_TYRUS("quietTyrus");

    /** What the names of entries and properties begin with. */
    static final String PREFIX = "hjx.";

    /** What the names of environment variables begin with. */
    static final String VARIABLE_PREFIX = "HJX_";

    private final String property;

    Setting(String name) {
        this.property = PREFIX + name;
    }

    /** For instance {@code hjx.maxConnections}. */
    String property() {
        return property;
    }

    /** For instance {@code HJX_MAX_CONNECTIONS}. */
    String variable() {
        return VARIABLE_PREFIX + name();
    }

    static boolean isProperty(String name) {
        return Arrays.stream(values()).anyMatch(setting -> setting.property.equals(name));
    }

    static boolean isVariable(String name) {
        return Arrays.stream(values()).anyMatch(setting -> setting.variable().equals(name));
    }

    /** The setting whose name has the same letters in another case; null where there is none. */
    static @Nullable Setting like(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property.toLowerCase(Locale.ROOT).equals(property.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
