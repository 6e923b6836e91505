package io.hjx.runtime.spi;

import java.util.concurrent.CompletionStage;

/** The open transaction as a handler in Java sees it. Confined to the turn. */
public interface HandlerState extends ScriptState {

    /** The version that holds the turn; fails where nothing of it is kept. */
    CompletionStage<Long> committed();
}
