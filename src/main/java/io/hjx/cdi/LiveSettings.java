package io.hjx.cdi;

import io.hjx.json.FrameBounds;
import io.hjx.runtime.spi.Conflation;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.RuntimeSettings.Rate;
import io.hjx.runtime.spi.RuntimeSettings.State;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import io.hjx.websocket.HjxEndpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads the bounds of frames, connections and instances; without a setting each is what the protocol document says. */
final class LiveSettings {

    private static final int MILLION = 1_000_000;
    private static final int LARGEST_STATE = 1 << 30;
    private static final Duration LONGEST_CONFLATION = Duration.ofMinutes(1);

    private LiveSettings() {}

    static FrameBounds frame(SettingsReader reader) {
        FrameBounds standard = FrameBounds.standard();
        return new FrameBounds(
                reader.count(Setting.MAX_FRAME, standard.bytes(), 1024, HjxEndpoint.CEILING),
                reader.count(Setting.MAX_DEPTH, standard.depth(), 4, FrameBounds.DEEPEST),
                reader.count(Setting.MAX_WIDTH, standard.width(), 16, MILLION));
    }

    static RuntimeSettings read(SettingsReader reader, boolean development) {
        RuntimeSettings standard = RuntimeSettings.standard();
        return new RuntimeSettings(
                traffic(reader, development ? unlimited(standard.traffic()) : standard.traffic()),
                state(reader, standard.state()),
                conflation(reader),
                reader.count(Setting.MAX_STEPS, standard.steps(), 1000, 1000 * MILLION),
                development);
    }

    private static Traffic unlimited(Traffic standard) {
        return standard.withRates(
                new Rate(0, standard.client().burst()),
                new Rate(0, standard.user().burst()));
    }

    private static Traffic traffic(SettingsReader reader, Traffic standard) {
        return new Traffic(
                frame(reader).bytes(),
                reader.count(Setting.MAX_SUBSCRIPTIONS, standard.subscriptions(), 1, MILLION),
                // No more than the answers that an instance remembers of each client
                reader.count(Setting.MAX_UNACKNOWLEDGED, standard.unacknowledged(), 1, standard.unacknowledged()),
                rate(reader, Setting.RATE, Setting.BURST, standard.client()),
                rate(reader, Setting.RATE_PER_USER, Setting.BURST_PER_USER, standard.user()),
                reader.count(Setting.MAX_QUEUED, standard.queued(), 1, MILLION),
                reader.duration(Setting.SEND_TIMEOUT, standard.sendTimeout()),
                reader.duration(Setting.HEARTBEAT, standard.heartbeat()),
                reader.duration(Setting.HELLO_TIMEOUT, standard.hello()),
                reader.duration(Setting.RESUME_WINDOW, standard.resumeWindow()));
    }

    private static Rate rate(SettingsReader reader, Setting perSecond, Setting burst, Rate standard) {
        return new Rate(
                reader.count(perSecond, standard.perSecond(), 0, MILLION),
                reader.count(burst, standard.burst(), 1, MILLION));
    }

    private static State state(SettingsReader reader, State standard) {
        return new State(
                reader.count(Setting.MAX_INSTANCES, standard.instances(), 1, MILLION),
                reader.count(Setting.MAX_STATE, standard.sharedBytes(), 1024, LARGEST_STATE),
                reader.count(Setting.MAX_LOCAL, standard.localBytes(), 1024, LARGEST_STATE),
                reader.count(Setting.MAX_WAITING, standard.mailbox(), 1, MILLION),
                reader.count(Setting.HISTORY, standard.history(), 1, MILLION),
                standard.broadcasts(),
                reader.duration(Setting.IDLE, standard.sharedIdle()),
                reader.duration(Setting.IDLE_SESSION, standard.sessionIdle()));
    }

    /** An interval for all, intervals behind the names of components, or both. */
    private static Conflation conflation(SettingsReader reader) {
        Duration standard = Duration.ZERO;
        Map<String, Duration> components = new HashMap<>();
        for (String item : reader.list(Setting.CONFLATION)) {
            String[] pair = item.split("=", 2);
            Duration interval = SettingsReader.duration(pair[pair.length - 1].strip());
            if (interval == null || interval.compareTo(LONGEST_CONFLATION) > 0) {
                throw reader.wrong(Setting.CONFLATION, "a list like `50ms, Board=200ms`, of times up to a minute");
            }
            if (pair.length == 1) {
                standard = interval;
            } else {
                components.put(pair[0].strip(), interval);
            }
        }
        return new Conflation(standard, components);
    }
}
