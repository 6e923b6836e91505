package io.hjx.runtime.fanout;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Answer;
import io.hjx.runtime.instance.Audience;
import io.hjx.runtime.instance.Delta;
import io.hjx.runtime.instance.Emission;
import io.hjx.runtime.instance.Personal;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage.Since;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.FrameEncoder;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription of {@code hjx.v1}: a snapshot, then updates from version to version. Confined to the sender. */
final class V1Renderer implements Renderer {

    private final FrameEncoder encoder;
    private final Dialect dialect;
    private final int sub;
    /** What frames are kept by that are like those of others: an update's in JSON is the bare number. */
    private final Object updateAddress;

    private final Object snapshotAddress;
    private final boolean places;
    private final @Nullable Since since;

    /** What the client was sent last; null at the beginning. */
    private @Nullable String epoch;

    private long version;
    private String module = "";

    /** The client's own names as it knows them. */
    private final Map<String, Value> local = new LinkedHashMap<>();

    /**
     * @param places whether failures tell their place in the source
     * @param since what the client has seen before, or null
     */
    V1Renderer(FrameEncoder encoder, Dialect dialect, int sub, boolean places, @Nullable Since since) {
        this.encoder = encoder.speaking(dialect);
        this.dialect = dialect;
        this.sub = sub;
        this.updateAddress = dialect == Dialect.V1 ? sub : new UpdateAddress(dialect, sub);
        this.snapshotAddress = new SnapshotAddress(dialect, sub);
        this.places = places;
        this.since = since;
    }

    private record SnapshotAddress(Dialect dialect, int sub) {}

    private record UpdateAddress(Dialect dialect, int sub) {}

    @Override
    public boolean render(Publication publication, @Nullable Personal personal, Deque<Frame> frames) {
        boolean forgets = personal != null && personal.forgets(local.keySet());
        Map<String, Value> changedLocal = takeLocal(publication, personal);
        if (epoch == null) {
            begin(publication, changedLocal, frames);
            events(merge(List.of(), personal), frames);
        } else if (!publication.epoch().equals(epoch)) {
            if (!publication.behavior().module().equals(module)) {
                add(frames, new ServerMessage.Reload(sub, publication.behavior().module()));
            }
            return jump(publication, personal, frames);
        } else if (forgets || !publication.reaches(version)) {
            return jump(publication, personal, frames);
        } else {
            Delta delta = publication.since(version, Audience.LAYOUTS);
            if (delta.removes()) {
                return jump(publication, personal, frames);
            }
            update(publication, delta, changedLocal, personal, false, frames);
            return true;
        }
        answers(publication, personal, frames);
        return true;
    }

    private Map<String, Value> takeLocal(Publication publication, @Nullable Personal personal) {
        if (personal == null || (personal.local().isEmpty() && !personal.fresh())) {
            return Map.of();
        }
        Map<String, Value> changed = new LinkedHashMap<>(personal.builtIns());
        personal.local().forEach((key, value) -> {
            if (Audience.LAYOUTS.sees(publication.behavior(), key)) {
                changed.put(key, value);
            }
        });
        if (personal.fresh()) {
            local.clear();
        }
        local.putAll(changed);
        return changed;
    }

    private void begin(Publication publication, Map<String, Value> changedLocal, Deque<Frame> frames) {
        if (since != null
                && since.epoch().equals(publication.epoch())
                && publication.reaches(since.version())
                && !publication.forgotEventsSince(since.version())) {
            version = since.version();
            Delta missed = publication.since(version, Audience.LAYOUTS);
            if (!missed.removes()) {
                epoch = publication.epoch();
                module = publication.behavior().module();
                update(publication, missed, changedLocal, null, true, frames);
                return;
            }
        }
        snapshot(publication, frames);
    }

    /** Skips to the whole state, with the events on the way as far as anybody has them. */
    private boolean jump(Publication publication, @Nullable Personal personal, Deque<Frame> frames) {
        boolean complete = !publication.forgotEventsSince(version);
        List<Emission> broadcasts = publication.broadcastsSince(version);
        snapshot(publication, frames);
        events(merge(broadcasts, personal), frames);
        answers(publication, personal, frames);
        return complete;
    }

    private void events(List<NamedEvent> events, Deque<Frame> frames) {
        events.forEach(event -> add(frames, new ServerMessage.Event(sub, event.event(), event.data())));
    }

    private void snapshot(Publication publication, Deque<Frame> frames) {
        epoch = publication.epoch();
        version = publication.version();
        module = publication.behavior().module();
        Delta whole = publication.whole(Audience.LAYOUTS);
        if (local.isEmpty()) {
            frames.add(whole.frame(snapshotAddress, () -> snapshotFrame(publication, whole)));
        } else {
            frames.add(snapshotFrame(publication, whole));
        }
    }

    private Frame snapshotFrame(Publication publication, Delta whole) {
        return frame(new ServerMessage.Snapshot(
                sub, publication.epoch(), publication.version(), whole.values(), new LinkedHashMap<>(local), module));
    }

    private void update(
            Publication publication,
            Delta delta,
            Map<String, Value> changedLocal,
            @Nullable Personal personal,
            boolean always,
            Deque<Frame> frames) {
        version = publication.version();
        EncodedBody body = delta.isEmpty() ? null : delta.body(encoder);
        if (personal == null && changedLocal.isEmpty() && body != null) {
            // What most subscribers get: not one character of it is their own but the number
            frames.add(delta.frame(updateAddress, () -> frame(update(body, Map.of(), List.of(), delta.events()))));
            return;
        }
        List<NamedEvent> events = merge(delta.broadcasts(), personal);
        if (body != null || !changedLocal.isEmpty() || !events.isEmpty() || always) {
            add(frames, update(body, changedLocal, acks(personal), events));
            failures(personal, frames);
        } else {
            answers(publication, personal, frames);
        }
    }

    private ServerMessage update(
            @Nullable EncodedBody body, Map<String, Value> changed, List<Long> acks, List<NamedEvent> events) {
        return new ServerMessage.Update(sub, body, changed, acks, events);
    }

    private static List<Long> acks(@Nullable Personal personal) {
        if (personal == null) {
            return List.of();
        }
        List<Long> acks = new ArrayList<>();
        for (Answer answer : personal.answers()) {
            if (answer.rejection() == null) {
                acks.add(answer.id());
            }
        }
        return acks;
    }

    /** Broadcasts and the client's own events by version, a version's broadcasts first. */
    static List<NamedEvent> merge(List<Emission> broadcasts, @Nullable Personal personal) {
        List<Emission> own = personal == null ? List.of() : personal.emissions();
        List<NamedEvent> merged = new ArrayList<>(broadcasts.size() + own.size());
        int next = 0;
        for (Emission emission : own) {
            while (next < broadcasts.size() && broadcasts.get(next).version() <= emission.version()) {
                merged.add(broadcasts.get(next++).event());
            }
            merged.add(emission.event());
        }
        broadcasts.subList(next, broadcasts.size()).forEach(rest -> merged.add(rest.event()));
        return merged;
    }

    private void answers(Publication publication, @Nullable Personal personal, Deque<Frame> frames) {
        if (personal == null) {
            return;
        }
        for (Answer answer : personal.answers()) {
            if (answer.rejection() == null) {
                add(frames, new ServerMessage.Ack(sub, answer.id(), publication.epoch(), answer.version()));
            }
        }
        failures(personal, frames);
    }

    private void failures(@Nullable Personal personal, Deque<Frame> frames) {
        if (personal == null) {
            return;
        }
        for (Answer answer : personal.answers()) {
            Rejection rejection = answer.rejection();
            if (rejection != null) {
                String at = places ? rejection.at() : null;
                add(
                        frames,
                        new ServerMessage.Failure(
                                answer.id(), sub, rejection.code(), rejection.message(), at, rejection.fields()));
            }
        }
    }

    private void add(Deque<Frame> frames, ServerMessage message) {
        frames.add(frame(message));
    }

    private Frame frame(ServerMessage message) {
        return encoder.frame(dialect, message);
    }
}
