package io.hjx.server;

import io.hjx.api.HjxServer;
import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.CloseCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client of the runtime as applications see it. Thread-safe; the same where it is of the same client. */
record ServerClient(Client client) implements HjxServer.Client {

    @Override
    public String id() {
        return client.id();
    }

    @Override
    public @Nullable String component() {
        Target target = client.target();
        return target == null ? null : target.component();
    }

    @Override
    public String key() {
        Target target = client.target();
        return target == null ? "" : target.key();
    }

    @Override
    public @Nullable String principal() {
        return client.info().principal().name();
    }

    @Override
    public String address() {
        return client.info().address();
    }

    @Override
    public Instant since() {
        return Instant.ofEpochMilli(client.openedMillis());
    }

    @Override
    public long sent() {
        return client.sent();
    }

    @Override
    public long received() {
        return client.received();
    }

    @Override
    public int queue() {
        return client.queued();
    }

    @Override
    public void disconnect() {
        client.close(CloseCode.POLICY, "disconnected by the application");
    }

    @Override
    public String toString() {
        return "Client[" + id() + "]";
    }
}
