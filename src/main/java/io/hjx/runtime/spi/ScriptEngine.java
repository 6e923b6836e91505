package io.hjx.runtime.spi;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.SourceFile;

/** Runs {@code script:} blocks. Thread-safe; nothing blocks the caller. */
public interface ScriptEngine {

    /** Loads, soon and in the background, what the first script would otherwise wait for. */
    void prepare();

    /**
     * Makes the script of one instance ready; nothing of it runs before {@link ScriptInstance#init}.
     *
     * @param source the file, for places in messages
     */
    ScriptInstance create(SourceFile source, Declaration.RawBlock script, ScriptHost host);

    /** Stops every script and ends the engine's threads. */
    void close();
}
