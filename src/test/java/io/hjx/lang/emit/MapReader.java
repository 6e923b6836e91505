package io.hjx.lang.emit;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import java.util.ArrayList;
import java.util.List;

/** Reads source maps of version 3 as a debugger does: what {@link SourceMap} writes, from the text alone. */
public final class MapReader {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final List<String> contents;
    private final List<String> sources;
    private final List<String> names;
    private final List<Place> places = new ArrayList<>();

    /** A place in the text, the text of the source from there on, and the name that the map gives it. */
    public record Place(int line, int column, String source, int sourceLine, int sourceColumn, String name) {}

    public MapReader(String json) {
        ObjectValue map = (ObjectValue) Json.parse(json);
        sources = texts(map, "sources");
        contents = texts(map, "sourcesContent");
        names = texts(map, "names");
        read(((StringValue) map.get("mappings")).value());
    }

    private static List<String> texts(ObjectValue map, String key) {
        return ((ListValue) map.get(key))
                .items().stream().map(item -> ((StringValue) item).value()).toList();
    }

    private void read(String mappings) {
        int[] at = new int[5];
        String[] lines = mappings.split(";", -1);
        for (int line = 0; line < lines.length; line++) {
            at[0] = 0;
            for (String segment : lines[line].isEmpty() ? new String[0] : lines[line].split(",")) {
                List<Integer> numbers = numbers(segment);
                for (int i = 0; i < numbers.size(); i++) {
                    at[i] += numbers.get(i);
                }
                String name = numbers.size() > 4 ? names.get(at[4]) : "";
                places.add(new Place(line, at[0], sources.get(at[1]), at[2], at[3], name));
            }
        }
    }

    private static List<Integer> numbers(String segment) {
        List<Integer> numbers = new ArrayList<>();
        int value = 0;
        int shift = 0;
        for (int i = 0; i < segment.length(); i++) {
            int digit = DIGITS.indexOf(segment.charAt(i));
            value |= (digit & 31) << shift;
            shift += 5;
            if ((digit & 32) == 0) {
                numbers.add((value & 1) == 1 ? -(value >> 1) : value >> 1);
                value = 0;
                shift = 0;
            }
        }
        return numbers;
    }

    public List<Place> places() {
        return places;
    }

    /** What the source has from a place on, to the end of the line. */
    public String sourceAt(Place place) {
        String line = contents.get(sources.indexOf(place.source())).split("\n", -1)[place.sourceLine()];
        return line.substring(place.sourceColumn());
    }

    /** The place that a debugger finds for one in the text. */
    public Place find(String text, String wanted) {
        int offset = text.lastIndexOf(wanted);
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return placeAt(line, offset - (text.lastIndexOf('\n', offset) + 1));
    }

    /** The same by line and column, both from 0. */
    public Place placeAt(int line, int column) {
        Place found = null;
        for (Place place : places) {
            if (place.line() == line && place.column() <= column) {
                found = place;
            }
        }
        return found;
    }
}
