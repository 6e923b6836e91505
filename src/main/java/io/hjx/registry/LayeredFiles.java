package io.hjx.registry;

import static java.lang.System.Logger.Level.INFO;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's own files over those of the jars that it uses, as one tree: where both have a path, the
 * application's file is used, and the log says so once. Thread-safe.
 */
public final class LayeredFiles implements ComponentFiles {

    private static final System.Logger LOG = System.getLogger(LayeredFiles.class.getName());

    private final ComponentFiles own;
    private final ComponentFiles libraries;

    /** No more than the jars have files. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public LayeredFiles(ComponentFiles own, ComponentFiles libraries) {
        this.own = own;
        this.libraries = libraries;
    }

    @Override
    public Map<String, String> list() {
        Map<String, String> found = new LinkedHashMap<>(own.list());
        libraries.list().forEach((path, stamp) -> {
            if (hasOwn(path)) {
                tell(path);
            } else {
                found.put(path, stamp);
            }
        });
        return found;
    }

    private boolean hasOwn(String path) {
        return own.stamp(path) != null || !(own.read(path) instanceof Missing);
    }

    private void tell(String path) {
        if (libraries.library(path) != null && told.add(path)) {
            LOG.log(
                    INFO,
                    "{0} of {1} is not used: the application has its own",
                    path,
                    String.valueOf(libraries.library(path)));
        }
    }

    @Override
    public @Nullable String stamp(String path) {
        String stamp = own.stamp(path);
        return stamp == null ? libraries.stamp(path) : stamp;
    }

    @Override
    public Lookup read(String path) {
        Lookup found = own.read(path);
        if (found instanceof Missing) {
            return libraries.read(path);
        }
        tell(path);
        return found;
    }

    @Override
    public @Nullable String library(String path) {
        return hasOwn(path) ? null : libraries.library(path);
    }
}
