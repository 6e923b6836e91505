package io.hjx.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The browser that the system opens pages with. */
final class Browser {

    private Browser() {}

    /** Opens a page; the address is on the terminal anyway, so a system without a browser is no failure. */
    static void open(URI page) {
        try {
            new ProcessBuilder(command(page.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.err.println("No browser could be opened: " + e.getMessage());
        }
    }

    private static List<String> command(String page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open", page);
        }
        return system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
                : List.of("xdg-open", page);
    }
}
