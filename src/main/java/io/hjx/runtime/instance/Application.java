package io.hjx.runtime.instance;

import io.hjx.runtime.spi.Extension;
import io.hjx.runtime.spi.ScriptState;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The application's part in the turns of an instance: what its {@link Companion} does, if there is one. */
final class Application implements Contributor {

    private final Instance instance;
    private final Companions companions;

    Application(Instance instance, Companions companions) {
        this.instance = instance;
        this.companions = companions;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String noun() {
        return "the application";
    }

    @Nullable Companion companion() {
        return companions.of(instance.key());
    }

    @Override
    public @Nullable Extension extension() {
        return companion();
    }

    @Override
    public Set<String> computedNames() {
        Companion present = companion();
        return present == null ? Set.of() : present.computedNames();
    }

    @Override
    public ScriptState view(Transaction transaction) {
        return view(transaction, instance.behavior(), scripts());
    }

    /** The same on any thread. */
    ScriptState view(Transaction transaction, Behavior behavior, Set<String> ofScript) {
        return new ScriptView(transaction, behavior.own("", transaction), "", computedNames(), ofScript);
    }

    private Set<String> scripts() {
        Scripting root = instance.scripts().at("");
        return root == null ? Set.of() : new HashSet<>(root.computedNames());
    }

    @Override
    public boolean isPresent(Transaction transaction) {
        return true;
    }
}
