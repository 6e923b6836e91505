package io.hjx.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the log that a server is writing. Confined to one thread: it remembers how far it has shown the log. */
final class ServerLog {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private long shown;

    ServerLog(Path file) {
        this.file = file;
    }

    /** The rest of the first line that holds the text, behind it. */
    Optional<String> behind(String text) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text))
                    .map(line -> line.substring(line.indexOf(text) + text.length()))
                    .findFirst();
        }
    }

    /** The last lines, at most {@code count}. */
    List<String> last(int count) throws IOException {
        Deque<String> last = new ArrayDeque<>(count);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                if (last.size() == count) {
                    last.removeFirst();
                }
                last.addLast(line);
            });
        }
        return List.copyOf(last);
    }

    /** Prints what has been written since the last call. */
    void showNew(OutputStream out) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(shown);
            byte[] bytes = new byte[CHUNK];
            for (int read = log.read(bytes); read > 0; read = log.read(bytes)) {
                out.write(bytes, 0, read);
                shown += read;
            }
        }
        out.flush();
    }
}
