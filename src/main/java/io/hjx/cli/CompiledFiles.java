package io.hjx.cli;

import io.hjx.lang.CompiledComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that keeps what the compiler made of a component and its imports: {@code NAME.js} and {@code NAME.css}.
 * Immutable.
 *
 * @param folder made where it is missing; files of the same names are overwritten
 */
record CompiledFiles(Path folder) {

    void keep(CompiledComponent component) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(component.name() + ".js"), component.module());
        Files.writeString(folder.resolve(component.name() + ".css"), component.css());
        for (CompiledComponent imported : component.imports()) {
            keep(imported);
        }
    }
}
