package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the types of the browser runtime with TypeScript's compiler, as {@code jsconfig.json} says. */
class TypeCheckTest {

    @Test
    void browserRuntime_strict_hasNoTypeErrors(@TempDir Path folder) throws Exception {
        assertThat(TypeScript.check(Path.of("jsconfig.json"), folder))
                .as("messages of TypeScript")
                .isEmpty();
    }

    @Test
    void wrongType_isReported(@TempDir Path folder) throws Exception {
        Path config = folder.resolve("jsconfig.json");
        Files.writeString(
                config, Files.readString(Path.of("jsconfig.json")).replace("src/main/webapp/hjx/*.js", "wrong.js"));
        Files.writeString(folder.resolve("wrong.js"), "/** @type {string} */ export const word = 1;\n");

        assertThat(TypeScript.check(config, folder)).contains("wrong.js(1,36): error TS2322");
    }
}
