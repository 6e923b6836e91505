package io.hjx.store;

import io.hjx.lang.value.ObjectValue;
import io.hjx.runtime.instance.Emission;
import io.hjx.runtime.instance.Instance;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gives what a store broadcasts to its own handlers, each event as a change of its own. Confined to the mailbox. */
final class Echo implements Consumer<Publication> {

    private static final System.Logger LOG = System.getLogger("io.hjx.store");

    private final Instance instance;
    private final StoreCompanion companion;
    private long heard;

    Echo(Instance instance, StoreCompanion companion) {
        this.instance = instance;
        this.companion = companion;
    }

    @Override
    public void accept(Publication publication) {
        List<Emission> events = publication.broadcastsSince(heard);
        heard = publication.version();
        events.stream()
                .map(Emission::event)
                .filter(event -> companion.listensTo(event.event()))
                .forEach(this::deliver);
    }

    private void deliver(NamedEvent event) {
        Step step = state -> companion.deliver(event.event(), List.of(event.data()), ObjectValue.of(Map.of()), state);
        instance.change(step).whenComplete((version, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.ERROR, "A handler of `" + event.event() + "` failed", failure);
            }
        });
    }
}
