package io.hjx.registry;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file beside components that at least one of them refers to. Immutable; the file itself may change at any time.
 *
 * @param shownBy the components that refer to it
 */
public record ShownFile(AssetFile file, List<CompiledComponent> shownBy, ComponentFiles files) {

    /** The content; null where the file has changed since the components were compiled, or has gone. */
    public byte @Nullable [] content() {
        return files.read(file.path()) instanceof ComponentFiles.Found found
                        && found.hash().equals(file.hash())
                ? found.content()
                : null;
    }
}
