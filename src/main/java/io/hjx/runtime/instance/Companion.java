package io.hjx.runtime.instance;

import io.hjx.runtime.spi.Extension;

/** What an application has added to an instance. It outlives the instance, and goes on with the next. Thread-safe. */
public interface Companion extends Extension {

    /** There is a new publication. Called by the mailbox, which is not held up: others tell listeners. */
    void published(Publication publication);
}
