package io.hjx.minify;

import io.hjx.lang.emit.SourceMap;
import java.util.List;

/** Makes scripts smaller. Confined to one thread; closed by whoever made it. */
public interface Minifier extends AutoCloseable {

    /**
     * An ES module that does the same.
     *
     * @throws IllegalArgumentException where the text is no module; the message says where
     */
    Minified minify(String module);

    @Override
    void close();

    /**
     * A smaller script.
     *
     * @param steps from places in the text to those that they were made from
     */
    record Minified(String text, List<SourceMap.Step> steps) {}
}
