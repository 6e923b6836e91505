package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.FrameEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What leads an audience from one version to another, shared by every subscriber that needs it, together with its
 * encoded forms. Immutable but for these; thread-safe.
 *
 * <p>How a delta becomes a body is decided in {@link #body}: as changed keys with their whole values, or as the patch
 * that leads to these where that is shorter. That is decided once for all subscribers who speak alike, and for all
 * alike.
 */
public final class Delta {

    /** The most frames kept; who needs another one makes it for itself. */
    private static final int MAX_FRAMES = 32;

    private final String epoch;
    private final long version;
    private final Map<String, Value> before;
    private final Map<String, Value> values;
    private final boolean removes;
    private final List<Emission> broadcasts;
    private final List<NamedEvent> events;
    private final Map<Object, Frame> frames = new ConcurrentHashMap<>(4);

    /** Encoded by the first that asks; others may not see it yet and encode it again, which gives the same. */
    private volatile @Nullable Made made;

    /** A body, whose encoder made it, and what others made before. */
    private record Made(
            FrameEncoder by, EncodedBody body, @Nullable Made before) {}

    /** @param before what the audience has of changed keys, as far as that is known */
    Delta(
            String epoch,
            long version,
            Map<String, Value> before,
            Map<String, Value> values,
            boolean removes,
            List<Emission> broadcasts) {
        this.epoch = epoch;
        this.version = version;
        this.before = before;
        this.values = values;
        this.removes = removes;
        this.broadcasts = List.copyOf(broadcasts);
        this.events = events(broadcasts);
    }

    private static List<NamedEvent> events(List<Emission> broadcasts) {
        List<NamedEvent> events = new ArrayList<>(broadcasts.size());
        for (Emission broadcast : broadcasts) {
            events.add(broadcast.event());
        }
        return List.copyOf(events);
    }

    /** The changed keys that the audience sees, with their latest values; unmodifiable. */
    public Map<String, Value> values() {
        return Collections.unmodifiableMap(values);
    }

    /** True where a key is gone, which only the whole state can tell. */
    public boolean removes() {
        return removes;
    }

    /** The broadcasts on the way, in order. */
    public List<Emission> broadcasts() {
        return broadcasts;
    }

    /** The broadcasts on the way without their versions. */
    public List<NamedEvent> events() {
        return events;
    }

    /** True where the audience can do without it. */
    public boolean isEmpty() {
        return values.isEmpty() && !removes && broadcasts.isEmpty();
    }

    /** The encoded part of an update that all share. */
    public EncodedBody body(FrameEncoder encoder) {
        Made known = made;
        for (Made one = known; one != null; one = one.before) {
            if (one.by == encoder) {
                return one.body;
            }
        }
        Patch patch = Differ.patch(before, values);
        EncodedBody body = patch == null ? encoder.body(epoch, version, values) : encoder.body(epoch, version, patch);
        made = new Made(encoder, body, known);
        return body;
    }

    /**
     * A frame that holds nothing of one client's own, made once for all that address it alike.
     *
     * @param address everything that the frame depends on besides this delta
     */
    public Frame frame(Object address, Supplier<? extends Frame> encode) {
        Frame known = frames.get(address);
        if (known == null) {
            known = encode.get();
            if (frames.size() < MAX_FRAMES) {
                frames.put(address, known);
            }
        }
        return known;
    }
}
