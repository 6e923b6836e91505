package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.instance.Identity;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of the plain dialect: the URL's instance, and those explicitly subscribed. Guarded by its client.
 */
final class PlainDialogue implements Dialogue {

    private final Client client;
    private final Identity identity;
    /** In the order in which they were made. */
    private final Map<Target, Subscription> subscriptions = new LinkedHashMap<>();

    PlainDialogue(Client client) {
        this.client = client;
        String id = client.hub().environment().ids().next();
        this.identity = Identity.of(id, client.info().principal(), false);
    }

    @Override
    public void open() {
        Target target = client.info().target();
        if (target != null) {
            subscribe(target);
        }
    }

    @Override
    public void receive(ClientMessage message) {
        if (message instanceof ClientMessage.PlainEvent event) {
            act(event.target(), new Action.Call(event.handler(), event.arguments()));
        } else if (message instanceof ClientMessage.PlainSet set) {
            act(set.target(), new Action.Assign(set.values()));
        } else if (message instanceof ClientMessage.PlainSubscribe subscribe) {
            subscribe(subscribe.target());
        } else if (message instanceof ClientMessage.PlainUnsubscribe unsubscribe) {
            unsubscribe(unsubscribe.target());
        } else {
            client.fail(null, null, ErrorCode.UNKNOWN_TYPE, "this message belongs to `hjx.v1`");
        }
    }

    /** Subscribes, or subscribes anew, which is answered with the state as well. */
    private void subscribe(Target target) {
        Subscription before = subscriptions.get(target);
        if (before == null && subscriptions.size() >= client.bounds().subscriptions()) {
            client.fail(null, null, ErrorCode.TOO_MANY_SUBSCRIPTIONS, "a connection has a limited number of them");
            return;
        }
        String session = client.info().session();
        Admission.Result result = client.hub()
                .admission()
                .admit(
                        target.component(),
                        target.key(),
                        identity.principal(),
                        session == null ? identity.client() : session);
        if (result instanceof Admission.Admitted admitted) {
            // The new one joins before the old one leaves: the client's own names stay
            subscriptions.put(target, new Subscription(client, identity, target, renderer(target), admitted.lease()));
            if (before != null) {
                before.leave();
            }
        } else if (result instanceof Admission.Refused refused) {
            client.fail(null, null, refused.rejection());
        }
    }

    private Renderer renderer(Target target) {
        Target shown = target.equals(client.info().target()) ? null : target;
        return new PlainRenderer(
                client.hub().encoder(),
                new PlainRenderer.Address(client.info().dialect(), shown),
                client.info().delta(),
                client.hub().environment().settings().development());
    }

    @Override
    public @Nullable Target target() {
        Target named = client.info().target();
        return subscriptions.containsKey(named)
                ? named
                : subscriptions.keySet().stream().findFirst().orElse(null);
    }

    private void unsubscribe(@Nullable Target named) {
        Target target = named == null ? client.info().target() : named;
        Subscription subscription = target == null ? null : subscriptions.remove(target);
        if (subscription == null) {
            client.fail(null, null, ErrorCode.NOT_SUBSCRIBED, "you are not subscribed to this component");
        } else {
            subscription.leave();
        }
    }

    private void act(@Nullable Target named, Action action) {
        Target target = named == null ? client.info().target() : named;
        Rejection rejection = tryToAct(target, action);
        if (rejection != null) {
            client.fail(null, null, rejection);
        }
    }

    private @Nullable Rejection tryToAct(@Nullable Target target, Action action) {
        Subscription subscription = target == null ? null : subscriptions.get(target);
        if (target == null || subscription == null) {
            return Rejection.of(ErrorCode.NOT_SUBSCRIBED, "you are not subscribed to this component");
        }
        CompiledComponent component = client.hub().admission().present(target.component());
        if (component == null) {
            return Rejection.of(ErrorCode.UNKNOWN_COMPONENT, "the component is gone");
        }
        Permissions permissions =
                new Permissions(client.hub().admission(), client.info().principal(), target.key());
        if (!permissions.allow(component, action)) {
            return Rejection.of(ErrorCode.FORBIDDEN, "you may not do this");
        }
        return subscription.act(action) ? null : Rejection.of(ErrorCode.BUSY, "the instance has too much to do");
    }

    @Override
    public void ended(Subscription subscription, Rejection reason) {
        if (subscriptions.values().remove(subscription)) {
            client.fail(null, null, reason);
        }
    }

    @Override
    public void faultsChanged(String component) {
        // Clients written by hand have a terminal beside them
    }

    @Override
    public void closed() {
        subscriptions.values().forEach(Subscription::leave);
        subscriptions.clear();
    }
}
