package io.hjx.runtime.fanout;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Answer;
import io.hjx.runtime.instance.Audience;
import io.hjx.runtime.instance.Delta;
import io.hjx.runtime.instance.Emission;
import io.hjx.runtime.instance.Personal;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.FrameEncoder;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription of the plain dialect: after every change the state, then the events. Confined to the sender. */
final class PlainRenderer implements Renderer {

    /** How the client is spoken to; together with a delta it determines a frame. Immutable. */
    record Address(Dialect dialect, @Nullable Target target) {}

    private final FrameEncoder encoder;
    private final Address address;
    private final boolean onlyChanges;
    private final boolean places;

    /** What the client was sent last; null at the beginning. */
    private @Nullable String epoch;

    private long version;
    private final Map<String, Value> local = new LinkedHashMap<>();

    /**
     * @param onlyChanges whether updates after the first hold what has changed, in place of everything
     * @param places whether failures tell their place in the source
     */
    PlainRenderer(FrameEncoder encoder, Address address, boolean onlyChanges, boolean places) {
        this.encoder = encoder;
        this.address = address;
        this.onlyChanges = onlyChanges;
        this.places = places;
    }

    @Override
    public boolean render(Publication publication, @Nullable Personal personal, Deque<Frame> frames) {
        boolean forgets = personal != null && personal.forgets(local.keySet());
        Map<String, Value> changedLocal = takeLocal(publication, personal);
        boolean first = epoch == null;
        boolean complete = first || !publication.forgotEventsSince(version);
        List<Emission> broadcasts = first ? List.of() : publication.broadcastsSince(version);
        boolean known = !first && publication.epoch().equals(epoch) && publication.reaches(version);
        Delta delta = known ? publication.since(version, Audience.NAMES) : null;
        if (delta == null || delta.removes() || forgets) {
            whole(publication, frames);
        } else if (!delta.values().isEmpty() || !changedLocal.isEmpty()) {
            update(publication, delta, changedLocal, frames);
        }
        epoch = publication.epoch();
        version = publication.version();
        if (delta != null && personal == null) {
            sharedEvents(delta, frames);
        } else {
            V1Renderer.merge(broadcasts, personal).forEach(event -> frames.add(frame(event)));
        }
        failures(personal, frames);
        return complete;
    }

    /** One of a delta's broadcasts as a frame of its own. */
    private record EventAddress(Address address, int index) {}

    private void sharedEvents(Delta delta, Deque<Frame> frames) {
        for (int i = 0; i < delta.events().size(); i++) {
            NamedEvent event = delta.events().get(i);
            frames.add(delta.frame(new EventAddress(address, i), () -> frame(event)));
        }
    }

    private Map<String, Value> takeLocal(Publication publication, @Nullable Personal personal) {
        if (personal == null) {
            return Map.of();
        }
        Map<String, Value> changed = new LinkedHashMap<>();
        personal.local().forEach((key, value) -> {
            if (Audience.NAMES.sees(publication.behavior(), key)) {
                changed.put(key, value);
            }
        });
        if (personal.fresh()) {
            local.clear();
        }
        local.putAll(changed);
        return changed;
    }

    private void update(Publication publication, Delta delta, Map<String, Value> changedLocal, Deque<Frame> frames) {
        if (!onlyChanges) {
            whole(publication, frames);
        } else if (changedLocal.isEmpty()) {
            frames.add(delta.frame(address, () -> frame(delta.values())));
        } else {
            Map<String, Value> changes = new LinkedHashMap<>(delta.values());
            changes.putAll(changedLocal);
            frames.add(frame(changes));
        }
    }

    private void whole(Publication publication, Deque<Frame> frames) {
        Delta whole = publication.whole(Audience.NAMES);
        if (local.isEmpty()) {
            frames.add(whole.frame(address, () -> frame(whole.values())));
        } else {
            Map<String, Value> all = new LinkedHashMap<>(whole.values());
            all.putAll(local);
            frames.add(frame(all));
        }
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
                                null, null, rejection.code(), rejection.message(), at, rejection.fields()));
            }
        }
    }

    private Frame frame(Map<String, Value> state) {
        return encoder.frame(address.dialect, new ServerMessage.PlainUpdate(address.target, state));
    }

    private Frame frame(NamedEvent event) {
        return encoder.frame(
                address.dialect, new ServerMessage.PlainEvent(address.target, event.event(), event.data()));
    }

    private void add(Deque<Frame> frames, ServerMessage message) {
        frames.add(encoder.frame(address.dialect, message));
    }
}
