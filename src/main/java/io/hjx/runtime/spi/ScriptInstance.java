package io.hjx.runtime.spi;

/**
 * The script of one instance. {@link #init} evaluates the module and runs {@code init(store)}; the
 * {@link ScriptException} of a stage that fails says where. A turn that takes too long is stopped and completes so.
 */
public interface ScriptInstance extends Extension {

    /**
     * Runs what {@code init} returned, ends timers, frees the context. Harmless when already stopped. A turn that is
     * under way is ended too: its stage completes exceptionally. Called on any thread.
     */
    void stop();
}
