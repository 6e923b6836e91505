package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the types of the browser runtime with TypeScript's compiler, as {@code jsconfig.json} says. */
class TypeCheckTest {
    private static final String COMPILER = "META-INF/resources/webjars/typescript/";

    @Test
    void browserRuntime_strict_hasNoTypeErrors(@TempDir Path folder) throws Exception {
        assertThat(check(Path.of("jsconfig.json"), folder))
                .as("messages of TypeScript")
                .isEmpty();
    }

    @Test
    void wrongType_isReported(@TempDir Path folder) throws Exception {
        Path config = folder.resolve("jsconfig.json");
        Files.writeString(
                config, Files.readString(Path.of("jsconfig.json")).replace("src/main/webapp/hjx/*.js", "wrong.js"));
        Files.writeString(folder.resolve("wrong.js"), "/** @type {string} */ export const word = 1;\n");

        assertThat(check(config, folder)).contains("wrong.js(1,36): error TS2322");
    }

    /** What the compiler says; nothing where all is well. */
    private static String check(Path config, Path folder) throws IOException, InterruptedException {
        Path compiler = unpack(folder.resolve("typescript"));
        Path output = folder.resolve("output");
        Process node = start(List.of("node", compiler.toString(), "-p", config.toString()), output);
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
            for (JarEntry entry : jar.stream().filter(TypeCheckTest::isNeeded).toList()) {
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
        return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .map(Path::of)
                .filter(path -> path.getFileName() != null
                        && path.getFileName().toString().matches("typescript-[\\d.]+\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("TypeScript is not on the class path"));
    }
}
