package io.hjx.registry;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds what components name in the component root, relative to the component. Thread-safe.
 *
 * @param assets the address of the folder under which browsers get files beside components
 */
record ImportLoader(ComponentFiles files, String assets) implements SourceLoader {

    @Override
    public Result load(SourceFile importing, String path) {
        String target = resolve(importing.path(), path);
        if (target == null) {
            return new Outside(path);
        }
        ComponentFiles.Lookup lookup = files.read(target);
        if (lookup instanceof ComponentFiles.Found found) {
            return new Found(found.source());
        }
        return lookup instanceof ComponentFiles.Outside ? new Outside(target) : new Missing(target);
    }

    @Override
    public AssetResult asset(SourceFile component, String path) {
        String target = resolve(component.path(), path);
        if (target == null) {
            return new Outside(path);
        }
        ComponentFiles.Lookup lookup = files.read(target);
        if (lookup instanceof ComponentFiles.Found found) {
            AssetFile file = new AssetFile(target, found.hash());
            return new Asset(file, assets + file.key());
        }
        if (lookup instanceof ComponentFiles.TooLarge) {
            return new TooLarge(target);
        }
        return lookup instanceof ComponentFiles.Outside ? new Outside(target) : new Missing(target);
    }

    /** The stamp that a file has now; empty for a missing one. */
    String stamp(String path) {
        String stamp = files.stamp(path);
        return stamp == null ? "" : stamp;
    }

    /** The path from the root, without dots; null where it leads out or is absolute. */
    static @Nullable String resolve(String importing, String imported) {
        if (imported.startsWith("/") || imported.indexOf('\\') >= 0 || imported.indexOf('\0') >= 0) {
            return null;
        }
        Deque<String> steps = new ArrayDeque<>();
        String folder = importing.substring(0, importing.lastIndexOf('/') + 1);
        for (String step : (folder + imported).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return null;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
