package io.hjx.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to run, and where. Immutable.
 *
 * @param war the application, put at the root context
 * @param port where to listen
 * @param componentRoot the folder whose components are served, and read again when they change
 * @param component the name of the default component, or null for the gallery
 */
record Deployment(
        Path war, Port port, Path componentRoot, @Nullable String component) {

    /** The page that a person opens. */
    URI page() {
        return URI.create("http://" + port.authority() + (component == null ? "/" : "/c/" + component));
    }

    /** The application's settings, as arguments of the JVM. */
    List<String> settings() {
        List<String> settings =
                new ArrayList<>(List.of("-Dhjx.mode=dev", "-Dhjx.gallery=true", "-Dhjx.components=" + componentRoot));
        if (!port.host().equals("127.0.0.1")) {
            settings.add("-Dhjx.hosts=" + String.join(",", port.hosts()));
        }
        if (component != null) {
            settings.add("-Dhjx.component=" + component);
        }
        return settings;
    }
}
