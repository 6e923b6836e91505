package io.hjx.channels;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import io.hjx.channels.ChannelPaths.NamedChannel;
import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.fixture.ManualExecutor;
import io.hjx.runtime.fixture.RecordingTransport;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Channels whose time, threads and connections are the test's. The recorder is one of them, at {@code /recorder}. */
final class ChannelsFixture {

    final FakeTicker ticker = new FakeTicker();
    final ManualExecutor workers = new ManualExecutor();
    final Recorder recorder = new Recorder();
    final LiveChannels channels;

    ChannelsFixture() {
        this(RuntimeSettings.standard().traffic());
    }

    ChannelsFixture(Traffic traffic) {
        ChannelPaths paths = ChannelPaths.of(List.of(new NamedChannel("Recorder", recorder)), path -> false);
        channels = new LiveChannels(paths, traffic, new Ports(ticker, new ManualExecutor(), workers));
        channels.start();
    }

    /** Writes down what it is told, and throws at messages that say so. */
    static final class Recorder implements Channel {
        final List<String> calls = new ArrayList<>();
        Connection last;
        boolean refuses;

        @Override
        public String path() {
            return "/recorder";
        }

        @Override
        public void onConnect(Connection connection) {
            last = connection;
            calls.add("connect " + connection.id());
            if (refuses) {
                throw new IllegalStateException("no");
            }
        }

        @Override
        public void onMessage(Connection connection, String text) throws Exception {
            calls.add("message " + connection.id() + " " + text);
            if (text.equals("throw")) {
                throw new Exception("as asked");
            }
            if (text.equals("overflow")) {
                throw new StackOverflowError();
            }
        }

        @Override
        public void onDisconnect(Connection connection) {
            calls.add("disconnect " + connection.id());
        }

        @Override
        public void onError(Connection connection, Throwable failure) {
            calls.add("error " + connection.id() + " " + failure.getClass().getSimpleName());
            throw new IllegalStateException("not even this works");
        }

        List<String> take() {
            List<String> taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }
    }

    /** A client with its connection. */
    final class Client {
        final RecordingTransport transport = new RecordingTransport();
        final ChannelConnection connection;

        Client(Principal principal, Map<String, List<String>> headers) {
            connection = channels.connect(new ChannelRequest("/recorder", principal, headers), transport);
        }

        /** Says a text and lets the workers work. */
        Client say(String text) {
            connection.receive(text);
            workers.runAll();
            return this;
        }

        List<String> heard() {
            return transport.take();
        }

        CloseCode closed() {
            return transport.closed();
        }
    }

    Client connect() {
        Client client = new Client(Principal.ANONYMOUS, Map.of());
        workers.runAll();
        return client;
    }

    Client connect(String user, Map<String, List<String>> headers) {
        Client client = new Client(new Principal(user, Set.of()), headers);
        workers.runAll();
        return client;
    }

    void advance(Duration time) {
        ticker.advance(time, workers::runAll);
    }
}
