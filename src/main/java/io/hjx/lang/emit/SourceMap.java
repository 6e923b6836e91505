package io.hjx.lang.emit;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.StringValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which places of sources a text was made from, in the order of the text; a source map of version 3. Immutable. */
public record SourceMap(List<Mapping> mappings) {

    /** Nothing is known of any place. */
    public static final SourceMap EMPTY = new SourceMap(List.of());

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /**
     * A place in the text and the one that it was made from.
     *
     * @param line in the text, from 0
     * @param column in the text in UTF-16 units, from 0
     * @param source the file
     * @param offset where in the file
     * @param name what the file calls it, or null
     */
    public record Mapping(
            int line,
            int column,
            SourceFile source,
            int offset,
            @Nullable String name) {

        int sourceLine() {
            return source.position(offset).line() - 1;
        }

        int sourceColumn() {
            return offset - source.lines().start(sourceLine() + 1);
        }

        private Mapping at(int newLine, int newColumn) {
            return new Mapping(newLine, newColumn, source, offset, name);
        }
    }

    /** A place in a text that was made from this map's text. */
    public record Step(int line, int column, int fromLine, int fromColumn) {}

    /** The map of a text that was made from this map's text, step by step in the order of the new text. */
    public SourceMap through(List<Step> steps) {
        TreeMap<Long, Mapping> places = new TreeMap<>();
        mappings.forEach(mapping -> places.putIfAbsent(place(mapping.line, mapping.column), mapping));
        return new SourceMap(steps.stream()
                .map(step -> {
                    var found = places.floorEntry(place(step.fromLine, step.fromColumn));
                    boolean same = found != null && found.getValue().line == step.fromLine;
                    return same ? found.getValue().at(step.line, step.column) : null;
                })
                .filter(java.util.Objects::nonNull)
                .toList());
    }

    private static long place(int line, int column) {
        return ((long) line << 32) | column;
    }

    /**
     * The map as JSON, with the sources in it.
     *
     * @param file what the text is called
     */
    public String json(String file) {
        return json(file, SourceFile::text);
    }

    /**
     * The same with other texts for the sources, in which every place is where it was.
     *
     * @param text what is shown of a source
     */
    public String json(String file, Function<SourceFile, String> text) {
        Map<SourceFile, Integer> sources =
                numbered(mappings.stream().map(Mapping::source).collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<String, Integer> names = numbered(mappings.stream()
                .map(Mapping::name)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return "{\"version\":3,\"file\":" + quoted(file)
                + ",\"sources\":"
                + list(sources.keySet().stream().map(SourceFile::path).toList())
                + ",\"sourcesContent\":"
                + list(sources.keySet().stream().map(text).toList())
                + ",\"names\":" + list(names.keySet())
                + ",\"mappings\":\"" + encode(sources, names) + "\"}\n";
    }

    private static <T> Map<T, Integer> numbered(Set<T> all) {
        Map<T, Integer> numbers = new LinkedHashMap<>();
        all.forEach(one -> numbers.put(one, numbers.size()));
        return Collections.unmodifiableMap(numbers);
    }

    private static String list(Iterable<String> texts) {
        StringBuilder list = new StringBuilder("[");
        texts.forEach(text -> list.append(list.length() > 1 ? "," : "").append(quoted(text)));
        return list.append(']').toString();
    }

    private static String quoted(String text) {
        return Json.print(new StringValue(text));
    }

    /** Each number is told as its difference to the one before, columns anew in each line. */
    private String encode(Map<SourceFile, Integer> sources, Map<String, Integer> names) {
        StringBuilder out = new StringBuilder();
        int[] before = new int[5];
        int line = 0;
        for (Mapping mapping : mappings) {
            boolean first = out.length() == 0 || line < mapping.line;
            for (; line < mapping.line; line++) {
                out.append(';');
                before[0] = 0;
            }
            out.append(first ? "" : ",");
            append(out, before, 0, mapping.column);
            append(out, before, 1, sources.getOrDefault(mapping.source, 0));
            append(out, before, 2, mapping.sourceLine());
            append(out, before, 3, mapping.sourceColumn());
            Integer name = mapping.name == null ? null : names.get(mapping.name);
            if (name != null) {
                append(out, before, 4, name);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int[] before, int field, int value) {
        int difference = value - before[field];
        before[field] = value;
        int rest = difference < 0 ? (-difference << 1) | 1 : difference << 1;
        do {
            int digit = rest & 31;
            rest >>>= 5;
            out.append(DIGITS.charAt(rest > 0 ? digit | 32 : digit));
        } while (rest > 0);
    }
}
