package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hjx.it.GeneratedProject;
import io.hjx.test.PayaraProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project made from the archetype: built with its test, deployed and opened. */
class GeneratedProjectBrowserIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void generate_build_deploy_open() throws Exception {
        GeneratedProject project = GeneratedProject.in(folder);
        Path war = project.verify();

        assertThat(project.path().resolve("target/surefire-reports/TEST-org.example.notes.HomeTest.xml"))
                .content()
                .contains("tests=\"1\"", "failures=\"0\"", "errors=\"0\"", "skipped=\"0\"");
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains("WEB-INF/components/Home.hjx", "WEB-INF/classes/org/example/notes/HomeBean.class")
                    .noneMatch(name -> name.contains("io/hjx/example") || name.endsWith("Counter.hjx"));
        }
        try (PayaraProcess server = PayaraProcess.of(war, folder)) {
            awaitReady(server);
            twoVisitorsShareANote(URI.create("http://127.0.0.1:" + server.port() + "/"));
        }
    }

    private static void twoVisitorsShareANote(URI home) throws Exception {
        try (Visitors visitors = new Visitors(home.toURL())) {
            Page ann = visitors.open("");
            Page ben = visitors.open("c/Home");
            assertThat(ann.locator("p").first()).containsText("Open since 20");

            ann.getByLabel("Note").fill("Milk");
            ann.getByText("Add").click();
            assertThat(ben.getByText("Milk")).isVisible();

            ben.getByText("Milk").click();
            assertThat(ann.getByText("Milk")).hasCount(0);
            assertThat(visitors.problems()).isEmpty();
        }
    }

    private static void awaitReady(PayaraProcess server) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Executor soon = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
        while (!CompletableFuture.supplyAsync(() -> server.ready(http), soon)
                .thenCompose(Function.identity())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                throw new AssertionError(Files.readString(server.log()));
            }
        }
    }
}
