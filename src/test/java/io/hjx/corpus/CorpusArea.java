package io.hjx.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder of cases that are checked alike.
 *
 * @param name the folder below {@code corpus}
 * @param outputs how each {@code expected.*} file is made, by the part behind the dot; where that gives the empty text,
 *     there is no file
 */
public record CorpusArea(String name, Map<String, Function<CorpusCase, String>> outputs) {

    static final Path ROOT = Path.of("src/test/resources/corpus");

    /** The cases whose path holds {@code filter}, by name. */
    List<CorpusCase> cases(String filter) throws IOException {
        Path folder = ROOT.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .filter(path -> path.toString().contains(filter))
                    .sorted()
                    .map(CorpusCase::new)
                    .toList();
        }
    }
}
