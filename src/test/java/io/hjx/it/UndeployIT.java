package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an undeployed application leaves behind in the server: nothing. */
class UndeployIT {

    @Test
    void undeploy_closesClientsAndLeavesNoThreadTimerOrSession() throws Exception {
        Map<String, String> report = probe();

        assertThat(report.get("liveBefore").split(",")).hasSize(9);
        assertThat(report).containsEntry("closeCode", "1001");
        assertThat(report).containsEntry("threads", "");
        assertThat(report).containsEntry("liveAfter", "");
    }

    private static Map<String, String> probe() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("payara.microJar")
                + System.getProperty("path.separator")
                + Path.of("target", "test-classes");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx512m"));
        command.addAll(opens());
        command.addAll(List.of("-cp", classPath, UndeployProbe.class.getName()));
        command.addAll(List.of(Integer.toString(freePort()), System.getProperty("hjx.war")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return read(process);
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    /** What the server's jar asks for in its manifest, which counts only for {@code java -jar}. */
    private static List<String> opens() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("payara.microJar"))) {
            String packages = jar.getManifest().getMainAttributes().getValue("Add-Opens");
            return Stream.of(packages.strip().split("\\s+"))
                    .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                    .toList();
        }
    }

    private static Map<String, String> read(Process process) throws IOException {
        Map<String, String> report = new HashMap<>();
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith("probe ")) {
                    String[] entry = line.substring("probe ".length()).split("=", 2);
                    report.put(entry[0], entry[1]);
                }
            }
        }
        assertThat(report.keySet()).as(output.toString()).contains("liveAfter");
        return report;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
