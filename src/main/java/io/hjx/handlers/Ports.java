package io.hjx.handlers;

import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.Ticker;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What calls need of their surroundings. Immutable; all parts are thread-safe.
 *
 * @param threads run what may wait, each task in a request context of its own
 * @param time how long a call may take, the wait for a thread included
 */
public record Ports(
        Codec codec, Rules rules, Transactions transactions, Ticker ticker, Executor threads, Duration time) {

    /** Makes Java of the language's values, and back. */
    public interface Codec {

        /**
         * A value as a type has it.
         *
         * @return null where the value is none
         * @throws IllegalArgumentException where it cannot be made into this
         */
        @Nullable Object read(Value value, Type type);

        /** A value as plain Java, as {@link io.hjx.api.Values} says. */
        @Nullable Object plain(Value value);

        /**
         * A value of the language.
         *
         * @throws IllegalArgumentException where there is none
         */
        Value write(@Nullable Object java);
    }

    /** Rules that arguments have to keep. */
    @FunctionalInterface
    public interface Rules {

        /** The rules that these arguments break. */
        List<Violation> broken(Object bean, Method method, @Nullable Object[] arguments);
    }

    /**
     * A rule that an argument breaks.
     *
     * @param parameter its number; -1 where several together break it
     * @param inside the path in the argument, {@code lines[0].amount}; empty for itself
     * @param message for people
     */
    public record Violation(int parameter, String inside, String message) {}

    /** The transactions of the server. */
    public interface Transactions {

        /** What is to be done where there are none. */
        Transactions NONE = new Transactions() {
            @Override
            public @Nullable Object present() {
                return null;
            }

            @Override
            public void onRollback(Runnable task) {
                // Nothing is ever rolled back
            }
        };

        /** What tells the transaction of this thread from others; null where it has none. */
        @Nullable Object present();

        /** Runs the task where the transaction of this thread, which there is, is rolled back. */
        void onRollback(Runnable task);
    }
}
