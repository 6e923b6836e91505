package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** TypeScript's compiler, put out of its archive and run with Node. */
final class TypeScript {

    private static final String COMPILER = "META-INF/resources/webjars/typescript/";

    private TypeScript() {}

    /** What the compiler says of the project of a configuration; nothing where all is well. */
    static String check(Path config, Path folder, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", unpack(folder.resolve("typescript")).toString(), "-p", config.toString()));
        command.addAll(List.of(more));
        Path output = folder.resolve("output");
        Process node = start(command, output);
        boolean ended = node.waitFor(120, TimeUnit.SECONDS);
        node.destroyForcibly();
        assertThat(ended).as("the check ends within two minutes").isTrue();
        return Files.readString(output);
    }

    private static Process start(List<String> command, Path output) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return fail("Node 20.19 or newer is missing: install the package `nodejs`", e);
        }
    }

    /** Puts the compiler and its declarations of the platform out of its archive. */
    private static Path unpack(Path folder) throws IOException {
        try (JarFile jar = new JarFile(archive().toFile())) {
            for (JarEntry entry : jar.stream().filter(TypeScript::isNeeded).toList()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("lib/tsc.js")).findFirst().orElseThrow();
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        boolean compiler = name.endsWith("/package.json") || name.endsWith("tsc.js") || name.endsWith(".d.ts");
        return name.startsWith(COMPILER) && compiler && !entry.isDirectory();
    }

    private static Path archive() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(Path::of)
                .filter(path -> path.getFileName() != null
                        && path.getFileName().toString().matches("typescript-[\\d.]+\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("TypeScript is not on the class path"));
    }
}
