package io.hjx.runtime.instance;

import io.hjx.lang.eval.ComponentProgram.Fallback;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Extension;
import io.hjx.runtime.spi.JavaHandlers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what the members of an instance ask for, each thing once, and answers. Confined to the mailbox. */
final class Performer {

    private static final ItemEdits NO_EDITS = new ItemEdits();

    private final Instance instance;
    private final Turns turns;

    Performer(Instance instance, Turns turns) {
        this.instance = instance;
        this.turns = turns;
    }

    void perform(Membership member, long id, Action action) {
        Participant participant = member.participant();
        if (participant == null) {
            // It has left
            return;
        }
        Answer known = known(participant.identity().client(), id);
        if (known != null) {
            instance.members().touch(member).answers().add(known);
            return;
        }
        instance.members().refresh(participant);
        Transaction transaction = turns.transaction(participant.local(), participant.identity());
        Set<String> edited = new HashSet<>();
        Turns.Ending ending = turns.ending(failure -> failed(member, id, action, failure), () -> {
            note(participant, edited, transaction);
            succeeded(member, id, transaction);
        });
        Turn turn = turns.turn(transaction, participant, id, ending);
        turn.run(open -> {
            checkFresh(action, participant, open);
            // Before it is done: it may change by what its own row is known
            boolean editsItem = editsItem(action, open);
            Fallback others = (handler, arguments, sources) -> {
                boolean java = call(turn, action, handler, arguments, sources, participant.identity());
                return java || deliver(turn, writer(action), handler, arguments, participant.identity());
            };
            instance.behavior()
                    .perform(action, open, open, instance.environment().budget(), others);
            if (editsItem) {
                edited.addAll(transaction.writtenShared());
            }
        });
    }

    private boolean editsItem(Action action, StateAccess state) {
        return action instanceof Action.Bind bind
                && bind.site().mayHoldPosition()
                && instance.behavior()
                        .editsItem(bind, state, instance.environment().budget());
    }

    /** Notes what a client's input has written into items, where that has made a version. */
    private void note(Participant participant, Set<String> edited, Transaction transaction) {
        edited.retainAll(transaction.sharedChanges().keySet());
        if (!edited.isEmpty()) {
            participant.edits().add(instance.ledger().version(), edited);
        }
    }

    /** The answer to what comes a second time. */
    private @Nullable Answer known(String client, long id) {
        Recollection recollection = instance.ledger().recollection();
        if (id == Membership.UNNUMBERED || !recollection.past(client, id)) {
            return null;
        }
        Answer answer = recollection.answer(client, id);
        return answer != null
                ? answer
                : new Answer(
                        id,
                        instance.ledger().version(),
                        Rejection.of(ErrorCode.RESUME_EXPIRED, "nobody knows any more whether this was done"));
    }

    /** Refuses what means an item by its position in a list that has changed since the client looked. */
    private void checkFresh(Action action, Participant by, StateAccess state) {
        if (!(action instanceof Action.AtSite at)) {
            return;
        }
        if (at.version() < instance.ledger().firstOfRevision()
                || at.version() > instance.ledger().version()) {
            throw new RejectedException(ErrorCode.STALE_ITEM, "the component has changed meanwhile");
        }
        if (at.version() == instance.ledger().version() || !at.site().mayHoldPosition()) {
            return;
        }
        if (!instance.ledger().reaches(at.version())
                || instance.behavior()
                        .listMayHaveMoved(
                                at.site(),
                                instance.ledger().keysSince(at.version(), by.edits()),
                                instance.ledger().keysSince(at.version(), NO_EDITS),
                                state,
                                instance.environment().budget())) {
            throw new RejectedException(ErrorCode.STALE_ITEM, "the list has changed meanwhile");
        }
    }

    /** The path of the component whose layout names the handler. */
    private static String writer(Action action) {
        return action instanceof Action.AtSite at ? UseKey.path(at.site().at()) : "";
    }

    /** Gives what no handler of the file takes to Java, once the rest of the turn is done. */
    private boolean call(
            Turn turn, Action action, String handler, List<Value> arguments, List<String> sources, Identity by) {
        String component = instance.behavior().asking(action);
        JavaHandlers java = instance.environment().java();
        if (!java.takes(component, handler)) {
            return false;
        }
        JavaHandlers.Call call = new JavaHandlers.Call(
                component, instance.shownKey(), handler, arguments, sources, by.client(), by.principal());
        turn.then(writer(action), state -> java.call(call, state));
        return true;
    }

    /** Gives an event that no handler takes to whoever listens, once the rest of the turn is done. */
    private boolean deliver(Turn turn, String path, String event, List<Value> arguments, Identity by) {
        Contributor taker = taker(path, event);
        Extension code = taker == null ? null : taker.extension();
        if (taker == null || code == null) {
            return false;
        }
        Map<String, Value> client = new LinkedHashMap<>(((ObjectValue) by.self()).properties());
        client.put("user", by.user());
        client.put("args", ListValue.of(arguments));
        turn.then(taker, view -> code.deliver(event, arguments, ObjectValue.of(client), view));
        return true;
    }

    /** The application, else the component's script, where it listens to the event. */
    private @Nullable Contributor taker(String path, String event) {
        Extension application = path.isEmpty() ? instance.application().extension() : null;
        if (application != null && application.listensTo(event)) {
            return instance.application();
        }
        Scripting scripting = instance.scripts().at(path);
        Extension script = scripting == null ? null : scripting.script();
        return script != null && script.listensTo(event) ? scripting : null;
    }

    private void succeeded(Membership member, long id, Transaction transaction) {
        long version = instance.ledger().version();
        if (!transaction.emits().isEmpty()) {
            List<Emission> emissions = instance.members().touch(member).emissions();
            transaction.emits().forEach(event -> emissions.add(new Emission(version, event)));
        }
        if (id != Membership.UNNUMBERED) {
            Answer answer = new Answer(id, version, null);
            instance.ledger().remember(member.identity().client(), answer);
            instance.members().touch(member).answers().add(answer);
        }
    }

    private void failed(Membership member, long id, Action action, Throwable failure) {
        Rejection rejection = Rejections.of(failure, instance.behavior(), action);
        if (Rejections.isFault(failure)) {
            turns.logFault(failure, rejection.at());
        }
        Answer answer = new Answer(id, instance.ledger().version(), rejection);
        if (id != Membership.UNNUMBERED) {
            instance.ledger().remember(member.identity().client(), answer);
        }
        instance.members().touch(member).answers().add(answer);
    }
}
