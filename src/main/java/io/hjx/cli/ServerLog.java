package io.hjx.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the log that a server is writing. Confined to one thread: it remembers how far it has read the log. */
final class ServerLog {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private long position;

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

    /** What has been written since the last call, a character for each byte. */
    String readNew() throws IOException {
        ByteArrayOutputStream fresh = new ByteArrayOutputStream();
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(position);
            byte[] bytes = new byte[CHUNK];
            for (int read = log.read(bytes); read > 0; read = log.read(bytes)) {
                fresh.write(bytes, 0, read);
            }
        }
        position += fresh.size();
        return fresh.toString(StandardCharsets.ISO_8859_1);
    }
}
