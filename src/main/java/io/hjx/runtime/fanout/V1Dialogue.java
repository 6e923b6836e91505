package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.eval.ComponentProgram.ClientEvent;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.instance.Identity;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversation of {@code hjx.v1}. Guarded by the lock of its client. */
final class V1Dialogue implements Dialogue {

    private final Client client;
    private final Map<Integer, Subscription> subscriptions = new HashMap<>();
    private @Nullable Identity identity;
    private String token = "";

    V1Dialogue(Client client) {
        this.client = client;
    }

    @Override
    public void open() {
        // The client speaks first
    }

    @Override
    public void receive(ClientMessage message) {
        if (message instanceof ClientMessage.Ping) {
            client.send(new ServerMessage.Pong());
        } else if (message instanceof ClientMessage.Hello hello) {
            hello(hello);
        } else if (identity == null) {
            client.fail(null, null, ErrorCode.HELLO_FIRST, "say `hello` first");
        } else if (message instanceof ClientMessage.Subscribe subscribe) {
            subscribe(subscribe, identity);
        } else if (message instanceof ClientMessage.Unsubscribe unsubscribe) {
            unsubscribe(unsubscribe.sub());
        } else if (message instanceof ClientMessage.Numbered numbered) {
            act(numbered);
        } else {
            client.fail(null, null, ErrorCode.UNKNOWN_TYPE, "this message belongs to the plain dialect");
        }
    }

    private void hello(ClientMessage.Hello hello) {
        if (identity != null) {
            client.fail(null, null, ErrorCode.HELLO_FIRST, "`hello` is said once");
            return;
        }
        Resumptions resumptions = client.hub().resumptions();
        String told = hello.token();
        Resumptions.Greeting back = told == null ? null : resumptions.resume(told, client, client.info());
        Resumptions.Greeting greeting = back != null ? back : resumptions.welcome(client, client.info());
        client.greeted();
        token = greeting.token();
        identity = Identity.of(greeting.client(), client.info().principal(), true);
        Client replaced = greeting.replaced();
        if (replaced != null) {
            replaced.replace();
        }
        var bounds = client.bounds();
        client.send(new ServerMessage.Welcome(
                greeting.client(),
                token,
                bounds.heartbeat().toMillis(),
                new ServerMessage.Limits(bounds.frameBytes(), bounds.subscriptions(), bounds.unacknowledged())));
        if (told != null && back == null) {
            client.fail(null, null, ErrorCode.RESUME_EXPIRED, "you are a new client now; nothing is sent again");
        }
    }

    private void subscribe(ClientMessage.Subscribe subscribe, Identity self) {
        int sub = subscribe.sub();
        if (subscriptions.containsKey(sub)) {
            client.fail(null, sub, ErrorCode.ALREADY_SUBSCRIBED, "this number is taken");
            return;
        }
        if (subscriptions.size() >= client.bounds().subscriptions()) {
            client.fail(null, sub, ErrorCode.TOO_MANY_SUBSCRIPTIONS, "a connection has a limited number of them");
            return;
        }
        String session = client.info().session();
        Admission.Result result = client.hub()
                .admission()
                .admit(
                        subscribe.component(),
                        subscribe.key(),
                        self.principal(),
                        session == null ? self.client() : session);
        if (result instanceof Admission.Admitted admitted) {
            boolean places = client.hub().environment().settings().development();
            Renderer renderer =
                    new V1Renderer(client.hub().encoder(), client.info().dialect(), sub, places, subscribe.since());
            Target target = new Target(admitted.component().name(), subscribe.key());
            subscriptions.put(sub, new Subscription(client, self, target, renderer, admitted.lease()));
            tellFirstFaults(sub, target.component());
        } else if (result instanceof Admission.Refused refused) {
            client.fail(null, sub, refused.rejection());
        }
    }

    @Override
    public @Nullable Target target() {
        return subscriptions.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(first -> first.getValue().target())
                .orElse(null);
    }

    private void unsubscribe(int sub) {
        Subscription subscription = subscriptions.remove(sub);
        if (subscription == null) {
            client.fail(null, sub, ErrorCode.NOT_SUBSCRIBED, "there is no subscription of this number");
        } else {
            subscription.leave();
        }
    }

    private void act(ClientMessage.Numbered message) {
        Rejection rejection = tryToAct(message, action(message));
        if (rejection != null) {
            client.fail(message.id(), message.sub(), rejection);
        }
    }

    private @Nullable Rejection tryToAct(ClientMessage.Numbered message, Action action) {
        Subscription subscription = subscriptions.get(message.sub());
        if (subscription == null) {
            return Rejection.of(ErrorCode.NOT_SUBSCRIBED, "there is no subscription of this number");
        }
        if (message.id() < 0) {
            return Rejection.of(ErrorCode.BAD_MESSAGE, "ids rise from zero");
        }
        Target target = subscription.target();
        CompiledComponent component = client.hub().admission().present(target.component());
        if (component == null) {
            return Rejection.of(ErrorCode.UNKNOWN_COMPONENT, "the component is gone");
        }
        Permissions permissions =
                new Permissions(client.hub().admission(), client.info().principal(), target.key());
        if (!permissions.allow(component, action)) {
            return Rejection.of(ErrorCode.FORBIDDEN, "you may not do this");
        }
        if (subscription.awaits(message.id())) {
            // It comes again; so does no second answer
            return null;
        }
        if (!client.expectAnswer()) {
            return Rejection.of(ErrorCode.TOO_MANY_UNACKNOWLEDGED, "wait for answers before you send more");
        }
        if (!subscription.act(message.id(), action)) {
            return Rejection.of(ErrorCode.BUSY, "the instance has too much to do");
        }
        return null;
    }

    private static Action action(ClientMessage.Numbered message) {
        if (message instanceof ClientMessage.Event event) {
            return new Action.Call(event.handler(), event.arguments());
        }
        if (message instanceof ClientMessage.SiteEvent event) {
            return new Action.Trigger(event.site(), event.version(), new ClientEvent(event.event(), event.el()));
        }
        ClientMessage.Bind bind = (ClientMessage.Bind) message;
        return new Action.Bind(bind.site(), bind.version(), bind.value());
    }

    @Override
    public void ended(Subscription subscription, Rejection reason) {
        Iterator<Map.Entry<Integer, Subscription>> all =
                subscriptions.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Integer, Subscription> one = all.next();
            if (one.getValue() == subscription) {
                all.remove();
                // Also of what was asked for between the end and now
                subscription.abandon();
                client.fail(null, one.getKey(), reason);
            }
        }
    }

    private void tellFirstFaults(int sub, String component) {
        List<Diagnostic> found = client.hub().admission().faults(component);
        if (client.hub().environment().settings().development() && !found.isEmpty()) {
            client.send(new ServerMessage.Faults(sub, found));
        }
    }

    @Override
    public void faultsChanged(String component) {
        List<Diagnostic> found = client.hub().admission().faults(component);
        subscriptions.forEach((sub, subscription) -> {
            if (subscription.target().component().equals(component)) {
                client.send(new ServerMessage.Faults(sub, found));
            }
        });
    }

    @Override
    public void closed() {
        subscriptions.values().forEach(Subscription::leave);
        subscriptions.clear();
        client.hub().resumptions().leave(token, client);
    }
}
