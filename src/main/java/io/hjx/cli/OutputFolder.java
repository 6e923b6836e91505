package io.hjx.cli;

import io.hjx.vanilla.VanillaPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The folder that a page is written to. Immutable.
 *
 * <p>Nothing is touched but the page's own files, each of which is replaced as a whole. A folder with an
 * {@code index.html} that was not made here is refused.
 */
final class OutputFolder {

    private static final String INDEX = "index.html";
    private static final String MAP = "app.js.map";

    private final Path typed;
    private final Path folder;

    private OutputFolder(Path typed) {
        this.typed = typed;
        this.folder = typed.toAbsolutePath().normalize();
    }

    /** Checks that a folder may be written to; it need not be there yet. */
    static OutputFolder of(Path typed) throws IOException {
        OutputFolder out = new OutputFolder(typed);
        if (Files.exists(out.folder) && !Files.isDirectory(out.folder)) {
            throw new CommandFailure(typed + " is a file; name a folder");
        }
        Path index = out.folder.resolve(INDEX);
        boolean ours = Files.exists(index)
                && Files.readString(index, StandardCharsets.ISO_8859_1).contains(VanillaPage.MADE_HERE);
        boolean page = Files.exists(index)
                || Files.exists(out.folder.resolve("app.js"))
                || Files.exists(out.folder.resolve("app.css"));
        if (page && !ours) {
            throw new CommandFailure(typed + " holds a page that `hjx build` did not write; name another folder");
        }
        return out;
    }

    /** Writes a page; returns what was written, a line each. The page's entry comes last. */
    List<String> write(VanillaPage page) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Path> asset : page.assets().entrySet()) {
            lines.add(write(VanillaPage.ASSETS + asset.getKey(), Files.readAllBytes(asset.getValue())));
        }
        if (page.isMapped()) {
            lines.add(write(MAP, text(page.map().json("app.js"))));
        } else {
            Files.deleteIfExists(folder.resolve(MAP));
        }
        lines.add(write("app.css", text(page.css())));
        lines.add(write("app.js", text(page.js())));
        lines.add(write(INDEX, text(page.html())));
        return lines;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.resolveSibling("").normalize();
        Files.createDirectories(parent);
        Path whole = Files.createTempFile(parent, ".hjx", null);
        try {
            Files.write(whole, content);
            whole.toFile().setReadable(true, false);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        return "%s: %s, %s compressed".formatted(typed.resolve(name), size(content.length), size(compressed(content)));
    }

    private static String size(int bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(content);
        }
        return small.size();
    }
}
