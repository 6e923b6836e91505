package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Template;
import io.hjx.lang.value.Value;
import java.util.Set;

/** Where a name of a component has its value, in one {@link Place}. Immutable. */
sealed interface Slot {

    /**
     * What the value depends on directly: the ids of stored and computed names ({@code 3/count}), {@code @user} and
     * {@code @client}.
     */
    Set<String> reads();

    /** True where each client has a value of its own. */
    boolean perClient();

    /**
     * In the state.
     *
     * @param id the place's id and the name
     * @param local true where each client has its own
     */
    record Stored(String name, String id, boolean local, boolean secret, Value initial) implements Slot {
        @Override
        public Set<String> reads() {
            return Set.of(id);
        }

        @Override
        public boolean perClient() {
            return local;
        }
    }

    /**
     * In the state, derived from others.
     *
     * @param sources the ids of the stored names that it depends on in the end
     * @param operands what its expression reads directly
     */
    record Computed(String name, String id, boolean local, Expr value, Set<String> operands, Set<String> sources)
            implements Slot {
        @Override
        public Set<String> reads() {
            return Set.of(id);
        }

        @Override
        public boolean perClient() {
            return local;
        }
    }

    /** Given by the parent's expression. */
    record Prop(Template value, Set<String> reads, boolean perClient) implements Slot {}

    /** The parent's own. */
    record Bound(Path path, Set<String> reads, boolean perClient) implements Slot {}
}
