package io.hjx.lang.analyze;

import io.hjx.lang.source.SourceFile;
import java.nio.file.Path;

/** A loader for which every file below the root is there, under an address that its path says. */
@FunctionalInterface
public interface EveryAsset extends SourceLoader {

    /** A loader that finds no components. */
    static EveryAsset only() {
        return (importing, path) -> new Missing(path);
    }

    @Override
    default AssetResult asset(SourceFile component, String path) {
        String target =
                Path.of(component.path()).resolveSibling(path).normalize().toString();
        return target.startsWith("..")
                ? new Outside(target)
                : new Asset(new AssetFile(target, "0"), "/assets/f/" + target);
    }
}
