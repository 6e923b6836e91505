package io.hjx.registry;

import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds imported files in the component root, relative to the importing file. Thread-safe. */
record ImportLoader(ComponentFiles files) implements SourceLoader {

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
