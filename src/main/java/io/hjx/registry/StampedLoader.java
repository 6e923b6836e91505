package io.hjx.registry;

import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loader that notes the stamp of each file that it is asked for, empty for a missing one. Confined to one
 * compilation.
 *
 * @param stamps where the notes go, by path
 */
record StampedLoader(ImportLoader loader, Map<String, String> stamps) implements SourceLoader {

    @Override
    public Result load(SourceFile importing, String path) {
        note(ImportLoader.resolve(importing.path(), path));
        return loader.load(importing, path);
    }

    @Override
    public AssetResult asset(SourceFile component, String path) {
        note(ImportLoader.resolve(component.path(), path));
        return loader.asset(component, path);
    }

    /** Before the file is read: a change in between is then seen the next time. */
    private void note(@Nullable String path) {
        if (path != null) {
            stamps.computeIfAbsent(path, loader::stamp);
        }
    }
}
