package io.hjx.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium, headless, driven by Playwright; nothing is ever downloaded.
 *
 * <p>The system property {@code hjx.chromium} names another executable. Confined to the thread that made it.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /**
     * The shell first: it is the engine without windows, profiles and the browser's own pages, which cost more than
     * ours.
     */
    private static final List<String> INSTALLED = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts a browser; {@link #close} ends it and its driver.
     *
     * @param more further arguments for its command line
     */
    public static Chromium start(String... more) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            List<String> arguments =
                    Stream.concat(ARGUMENTS.stream(), Stream.of(more)).toList();
            LaunchOptions options =
                    new LaunchOptions().setExecutablePath(executable()).setArgs(arguments);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** The running browser: each {@code newContext()} is a visitor with cookies of its own. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        String named = System.getProperty("hjx.chromium");
        return Stream.concat(Stream.ofNullable(named), INSTALLED.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install the package `chromium-headless-shell` or `chromium`,"
                                + " or name it with -Dhjx.chromium=/path"));
    }
}
