package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the message server as the npm package that users install, and in the WAR. */
class NpmPackageTest {

    private static final Path FOLDER = Path.of("src/main/npm");
    private static final Path RUNTIME = Path.of("src/main/webapp/hjx");
    private static final String NAME = "@hjx/websocket-client";

    /** The types are made of the modules: {@code -Dtypes.update=true} writes them anew. */
    @Test
    void types_areThoseOfTheModules(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("made");
        String said = TypeScript.check(
                Path.of("jsconfig.json"),
                folder,
                "--noEmit",
                "false",
                "--declaration",
                "--emitDeclarationOnly",
                "--outDir",
                made.toString());
        assertThat(said).isEmpty();

        Path types = FOLDER.resolve("types");
        if (Boolean.getBoolean("types.update")) {
            contents(made.resolve("npm")).forEach((name, text) -> write(types.resolve(name), text));
        }
        assertThat(contents(types)).isEqualTo(contents(made.resolve("npm")));
    }

    @Test
    void typeScript_thatUsesThePackage_hasNoTypeErrors(@TempDir Path folder) throws Exception {
        install(folder);
        write(folder.resolve("user.ts"), """
                import { MessageError, WebSocketClient } from "@hjx/websocket-client";
                const client = new WebSocketClient("ws://localhost/messages", "kitchen", { maxQueue: 10 });
                client.on("measure", async () => ({ celsius: 21.5 }));
                client.addEventListener("open", () => console.log(client.state === "open"));
                const sent: Promise<void> = client.send("reading", { celsius: 21.5 });
                sent.catch((error: unknown) => error instanceof MessageError && console.log(error.code));
                const stored: { stored: boolean } = await client.request("reading", { celsius: 22 }, 1_000);
                console.log(stored.stored);
                client.off("measure").close();
                """);
        String config = """
                {"compilerOptions": {"strict": true, "noEmit": true, "target": "es2022", "module": "esnext",
                 "moduleResolution": "bundler", "lib": ["es2022", "dom"], "types": []}, "files": ["user.ts"]}
                """;
        write(folder.resolve("tsconfig.json"), config);
        assertThat(TypeScript.check(folder.resolve("tsconfig.json"), Files.createTempDirectory(folder, "tsc")))
                .isEmpty();

        write(
                folder.resolve("user.ts"),
                Files.readString(folder.resolve("user.ts")).replace("maxQueue: 10", "maxQueue: \"10\""));
        assertThat(TypeScript.check(folder.resolve("tsconfig.json"), Files.createTempDirectory(folder, "tsc")))
                .contains("error TS2322");
    }

    @Test
    void package_inNode_isAnEventEmitter(@TempDir Path folder) throws Exception {
        install(folder);
        write(folder.resolve("user.mjs"), """
                import { EventEmitter } from "node:events";
                import { WebSocketClient } from "@hjx/websocket-client";
                const WebSocket = class { send() {} close() {} };
                const client = new WebSocketClient("ws://localhost/messages", "kitchen", { WebSocket });
                client.once("connecting", () => {
                  client.close();
                  console.log(client instanceof EventEmitter, client.state);
                });
                """);
        Process node = new ProcessBuilder("node", folder.resolve("user.mjs").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(node.waitFor(30, TimeUnit.SECONDS))
                .as("nothing of the client keeps Node alive")
                .isTrue();
        assertThat(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("true closed\n");
    }

    /** In the WAR both stand in one folder. */
    @Test
    void modules_areCalledOtherwiseThanThoseOfTheRuntime() throws IOException {
        assertThat(contents(FOLDER).keySet())
                .doesNotContainAnyElementsOf(contents(RUNTIME).keySet());
    }

    private static void install(Path folder) throws IOException {
        Path installed = folder.resolve("node_modules").resolve(NAME);
        for (Path part : List.of(Path.of(""), Path.of("types"))) {
            Files.createDirectories(installed.resolve(part));
            contents(FOLDER.resolve(part))
                    .forEach((name, text) -> write(installed.resolve(part).resolve(name), text));
        }
    }

    /** The files of a folder, by name. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
