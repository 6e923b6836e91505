package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {

    @TempDir
    private Path servers;

    @Test
    void claim_whileAnotherIsHeld_takesTheNext() throws IOException {
        try (ServerFolder first = ServerFolder.claim(servers);
                ServerFolder second = ServerFolder.claim(servers)) {
            assertThat(second.launcher()).isNotEqualTo(first.launcher());
        }
    }

    @Test
    void claim_afterRelease_takesTheSameAgain() throws IOException {
        Path first;
        try (ServerFolder folder = ServerFolder.claim(servers)) {
            first = folder.launcher();
        }
        try (ServerFolder again = ServerFolder.claim(servers)) {
            assertThat(again.launcher()).isEqualTo(first);
        }
    }
}
