package io.hjx.runtime.instance;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.ComponentProgram.Fallback;
import io.hjx.lang.eval.Effects;
import io.hjx.lang.eval.OwnNames;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is an instance of: the names it starts with, who sees them, and what its events do.
 *
 * <p>An instance knows nothing more of the language; a compiled component is one behavior ({@link ComponentBehavior}),
 * a store without a component another. Immutable and thread-safe. Methods that take a {@link StateAccess} throw as
 * {@link io.hjx.lang.eval.ComponentProgram}'s do.
 */
public interface Behavior {

    String name();

    /**
     * Names what clients see of this version of the behavior, its module: where that changes the instance goes on in a
     * new epoch. Handlers alone may change within a revision.
     */
    String revision();

    /** The URL path of the module that shows it; empty where nothing does. */
    String module();

    /** The names that all clients share, with their initial values. */
    Map<String, Value> initialShared();

    /** The names of which each client has its own, with their initial values. */
    Map<String, Value> initialLocal();

    /** False where no client has anything of its own: no local and no per-client computed name. */
    boolean hasLocal();

    /** True for a shared key that never leaves the server. */
    boolean secret(String key);

    /** True for a key that clients of {@code hjx.v1} get. */
    boolean visible(String key);

    /** Which of the built-ins {@code user} and {@code client} those clients need besides; none unless layouts do. */
    default Set<String> builtIns() {
        return Set.of();
    }

    /**
     * What goes on under another revision: the key that a value of the previous one has in this one, or null where it
     * means something else now.
     */
    @Nullable String heir(String key, Behavior previous);

    /** Does what an event asks for. */
    void perform(Action action, StateAccess state, Effects effects, Budget budget, Fallback fallback);

    /** Brings shared computed names up to date; null means all. */
    void recompute(@Nullable Set<String> changed, StateAccess state, Budget budget);

    /** Brings one client's computed names up to date; null means all. */
    void recomputeLocal(@Nullable Set<String> changed, StateAccess state, Budget budget);

    /** True where a client's own computed names read one of these shared keys. */
    boolean localDependsOn(Set<String> changed);

    /**
     * True where an item that the client means by its position may be another one after these keys changed.
     *
     * @param edited keys of which items have been {@linkplain #editsItem edited} alone
     */
    boolean listMayHaveMoved(SiteRef site, Set<String> changed, Set<String> edited, StateAccess state, Budget budget);

    /** True where an input writes into an item of a list, in which all items stay where they are. */
    boolean editsItem(Action.Bind bind, StateAccess state, Budget budget);

    /** The name of the component whose layout asks for an action: the root's, or that of a child in it. */
    default String asking(Action action) {
        return name();
    }

    /** Where a failing statement stands, as {@code path:line:column}. */
    String place(Action action, Span span);

    /** True where the component or one that it uses has a {@code script:}. */
    boolean hasScripts();

    /**
     * The {@code script:} blocks to run, by the path of their component, empty for the root's; parents before children.
     *
     * @param running the paths of those that run, which stay while a condition hides them
     */
    Map<String, Script> scripts(Set<String> running, StateAccess state, Budget budget);

    /** True where {@link #scripts} may differ after these keys have changed. */
    boolean scriptsMayMove(Set<String> changed);

    /** The shared names of the component at a path, for its script. */
    OwnNames own(String path, StateAccess state);

    /** Which names of the component at a path may have other values after these keys have changed. */
    Set<String> ownChanged(String path, Set<String> changed);

    /** A script with its component and file. */
    record Script(String component, SourceFile source, Declaration.RawBlock text) {}
}
