package io.hjx.channels;

import io.hjx.api.Channel;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.instance.Round;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The channels of an application, with all their connections. Thread-safe. It closes nothing that it was given. */
public final class LiveChannels {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final String STOPPING = "the server is stopping";

    private final ChannelPaths paths;
    private final Traffic traffic;
    private final Ports ports;
    private final UserRates userRates = new UserRates();
    private final Set<ChannelConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();
    private final Round heartbeats = new Round("the heartbeat of channels");

    /** Guarded by this. */
    private Ticker.@Nullable Cancellable nextBeat;

    private volatile boolean closed;

    /** @param traffic what one connection may send and be sent */
    public LiveChannels(ChannelPaths paths, Traffic traffic, Ports ports) {
        this.paths = paths;
        this.traffic = traffic;
        this.ports = ports;
    }

    /** Begins to look after connections. */
    public synchronized void start() {
        if (!closed && nextBeat == null) {
            nextBeat = ports.ticker().schedule(BEAT, this::beat);
        }
    }

    private void beat() {
        try {
            long now = ports.ticker().nanos();
            heartbeats.each(connections, connection -> connection.beat(now));
        } finally {
            synchronized (this) {
                nextBeat = null;
                start();
            }
        }
    }

    /** Where there are channels. */
    public Set<String> paths() {
        return paths.all();
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * Takes a connection that has opened; what its client says is handed to what this returns.
     *
     * @throws IllegalArgumentException where there is no such channel
     */
    public ChannelConnection connect(ChannelRequest request, Transport transport) {
        Channel channel = paths.find(request.path());
        if (channel == null) {
            throw new IllegalArgumentException("there is no channel at " + request.path());
        }
        UserRates.Part user = userRates.join(
                request.principal(), traffic.user(), ports.ticker().nanos());
        String id = Long.toString(count.incrementAndGet());
        ChannelConnection connection =
                new ChannelConnection(id, request, channel, transport, ports, traffic, user, connections::remove);
        connections.add(connection);
        connection.open();
        if (closed) {
            connection.close(CloseCode.GOING_AWAY, STOPPING);
        }
        return connection;
    }

    /** The number of open connections. */
    public int connectionCount() {
        return connections.size();
    }

    /** Closes all connections with 1001; those that come are closed at once. */
    public void close() {
        synchronized (this) {
            closed = true;
            if (nextBeat != null) {
                nextBeat.cancel();
                nextBeat = null;
            }
        }
        connections.forEach(connection -> connection.close(CloseCode.GOING_AWAY, STOPPING));
    }
}
