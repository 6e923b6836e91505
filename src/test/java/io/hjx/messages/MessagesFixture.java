package io.hjx.messages;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.json.JsonMessageCodec;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.fixture.ManualExecutor;
import io.hjx.runtime.fixture.RecordingTransport;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A message server whose time, threads and connections are the test's. Tokens are {@code s1}, {@code s2} and so on. */
final class MessagesFixture {

    final FakeTicker ticker = new FakeTicker();
    final ManualExecutor workers = new ManualExecutor();
    final LiveMessageServer server;
    private final MessageSettings settings;
    private final Ports ports;
    private final AtomicInteger ids = new AtomicInteger();

    MessagesFixture() {
        this(MessageSettings.of(RuntimeSettings.standard().traffic()));
    }

    MessagesFixture(MessageSettings settings) {
        this.settings = settings;
        ports = new Ports(
                new JsonMessageCodec(),
                ticker,
                () -> "s" + ids.incrementAndGet(),
                new ManualExecutor(),
                workers,
                Runnable::run,
                workers);
        server = new LiveMessageServer(settings, ports);
        server.start();
    }

    /** A client with its connection. */
    final class Client {
        final RecordingTransport transport = new RecordingTransport();
        final MessageConnection connection;

        Client(Claim claim) {
            connection = server.connect(claim, transport);
        }

        /** Says a frame, as the endpoint hands it on, and lets the workers work. */
        Client say(String frame) {
            sayOnly(frame);
            workers.runAll();
            return this;
        }

        void sayOnly(String frame) {
            try {
                connection.receive(new ClientFrame(frame).envelope(FrameBounds.standard()));
            } catch (BadMessageException bad) {
                connection.refuse(bad.code(), bad.sentence());
            }
        }

        List<String> heard() {
            return transport.take();
        }

        CloseCode closed() {
            return transport.closed();
        }
    }

    static Claim claim(String source) {
        return claim(source, null);
    }

    static Claim claim(String source, String token) {
        return new Claim(source, token, Principal.ANONYMOUS, null);
    }

    static Claim signedIn(String source, String token, String user) {
        return new Claim(source, token, new Principal(user, Set.of()), null);
    }

    Client connect(Claim claim) {
        return new Client(claim);
    }

    /** A client that has heard its welcome. */
    Client connect(String source) {
        Client client = connect(claim(source));
        client.heard();
        return client;
    }

    /** A connection that has not begun to send. */
    MessageConnection unopened(Claim claim, RecordingTransport transport) {
        UserRates.Part user =
                new UserRates().join(claim.principal(), settings.traffic().user(), ticker.nanos());
        return new MessageConnection(claim, transport, ports, settings, user, gone -> {});
    }

    void advance(Duration time) {
        ticker.advance(time, workers::runAll);
    }
}
