package io.hjx.handlers;

/** A bean with {@code @Handles}, as the container has it. Thread-safe. */
public interface ComponentBean {

    /** The bean's class as it was written. */
    Class<?> type();

    /** The bean for one call. */
    Reference open();

    /** A bean while it is called. */
    interface Reference extends AutoCloseable {

        /** The container's own: what is called goes through its interceptors. */
        Object instance();

        /** Gives the bean back. */
        @Override
        void close();
    }
}
