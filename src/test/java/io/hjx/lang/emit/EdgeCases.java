package io.hjx.lang.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Expressions where implementations of JavaScript like to go wrong. The names are those of {@link AgreementTest}. */
final class EdgeCases {

    /** The language is JavaScript here. */
    static final List<String> PLAIN = lines("plain.txt");

    /** The language has its own rules here; server and browser agree on them. */
    static final List<String> OWN = lines("own.txt");

    private EdgeCases() {}

    private static List<String> lines(String file) {
        try (InputStream stream = EdgeCases.class.getResourceAsStream("/agreement/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
