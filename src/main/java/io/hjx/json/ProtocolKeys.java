package io.hjx.json;

import java.util.Set;

/** Every name on the wire, written once. The browser's side has the same list; shared transcripts hold both to it. */
public final class ProtocolKeys {

    /** The WebSocket subprotocol of the project's own clients. */
    public static final String SUBPROTOCOL_V1 = "hjx.v1";

    /** The same messages as CBOR. */
    public static final String SUBPROTOCOL_V1_CBOR = "hjx.v1.cbor";

    public static final Set<String> V1_SUBPROTOCOLS = Set.of(SUBPROTOCOL_V1, SUBPROTOCOL_V1_CBOR);

    /** The WebSocket subprotocol of the message server's clients, beside which a token may stand. */
    public static final String SUBPROTOCOL_MESSAGES = "hjx.messages";

    /** What the entry of a token begins with. */
    public static final String TOKEN_PREFIX = "hjx.token.";

    // Types of messages
    static final String HELLO = "hello";
    static final String WELCOME = "welcome";
    static final String SUBSCRIBE = "subscribe";
    static final String UNSUBSCRIBE = "unsubscribe";
    static final String SNAPSHOT = "snapshot";
    static final String UPDATE = "update";
    static final String STATE_UPDATE = "state-update";
    static final String INVOKE = "invoke";
    static final String SET = "set";
    static final String BIND = "bind";
    static final String ACK = "ack";
    static final String ERROR = "error";
    static final String RELOAD = "reload";
    /** Also the member that holds them. */
    static final String DIAGNOSTICS = "diagnostics";

    static final String PING = "ping";
    static final String PONG = "pong";
    static final String CLOSING = "closing";

    // Members; `event` is a type as well
    static final String TYPE = "type";
    static final String SUB = "sub";
    static final String ID = "id";
    static final String COMPONENT = "component";
    static final String KEY = "key";
    static final String EPOCH = "epoch";
    static final String VERSION = "version";
    static final String SINCE = "since";
    static final String STATE = "state";
    static final String PATCH = "patch";
    static final String LOCAL = "local";
    static final String ACKS = "acks";
    static final String EVENTS = "events";
    static final String EVENT = "event";
    static final String DATA = "data";
    static final String HANDLER = "handler";
    static final String ARGS = "args";
    static final String SITE = "site";
    static final String AT = "at";
    static final String ITEMS = "items";
    static final String EL = "el";
    static final String VALUE = "value";
    static final String MODULE = "module";
    static final String TEXT = "text";
    static final String CODE = "code";
    static final String FIELDS = "fields";
    static final String MESSAGE = "message";
    static final String CLIENT = "client";
    static final String TOKEN = "token";
    static final String HEARTBEAT = "heartbeat";
    static final String LIMITS = "limits";
    static final String FRAME = "frame";
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String UNACKNOWLEDGED = "unacknowledged";
    static final String REASON = "reason";
    static final String RETRY_AFTER = "retryAfter";

    // Members of the message server's envelopes
    static final String PAYLOAD = "payload";
    static final String REPLY_TO = "replyTo";

    private ProtocolKeys() {}
}
