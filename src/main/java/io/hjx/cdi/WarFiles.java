package io.hjx.cdi;

import io.hjx.registry.ComponentFiles;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files in a WAR that the server has not unpacked. Immutable: such files do not change, so that their stamp is always
 * the same.
 */
record WarFiles(ServletContext context) implements ComponentFiles {

    /** Where the components of an application lie. */
    static final String ROOT = "/WEB-INF/components/";

    private static final String STAMP = "packaged";

    @Override
    public Map<String, String> list() {
        Map<String, String> found = new TreeMap<>();
        list(ROOT, found);
        return found;
    }

    private void list(String folder, Map<String, String> found) {
        Set<String> paths = context.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (path.endsWith("/")) {
                list(path, found);
            } else if (path.endsWith(".hjx") && found.size() < MAX_FILES) {
                found.put(path.substring(ROOT.length()), STAMP);
            }
        }
    }

    @Override
    public @Nullable String stamp(String path) {
        return read(path) instanceof Found ? STAMP : null;
    }

    @Override
    public Lookup read(String path) {
        if (path.startsWith("/") || path.contains("..")) {
            return new Outside();
        }
        try (InputStream in = context.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                return new Missing();
            }
            int limit = ComponentFiles.limit(path);
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? new TooLarge() : new Found(path, bytes);
        } catch (IOException unreadable) {
            return new Missing();
        }
    }
}
