package io.hjx.lang.emit;

import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Emitted text, with the places that it was made from. Immutable.
 *
 * @param text the text as it is served
 */
public record MappedText(String text, SourceMap map) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    /**
     * Takes the marks out of a text.
     *
     * @param sources by their paths
     */
    public static MappedText of(String marked, Map<String, SourceFile> sources) {
        return new Reader(marked, sources).read();
    }

    /** The walk over a marked text. Confined to one thread. */
    private static final class Reader {

        private final String marked;
        private final Map<String, SourceFile> sources;
        private final StringBuilder text = new StringBuilder();
        private final List<SourceMap.Mapping> mappings = new ArrayList<>();
        private @Nullable SourceFile source;
        private int line;
        private int lineStart;

        Reader(String marked, Map<String, SourceFile> sources) {
            this.marked = marked;
            this.sources = sources;
        }

        MappedText read() {
            int at = 0;
            for (int open = marked.indexOf(Marker.OPEN); open >= 0; open = marked.indexOf(Marker.OPEN, at)) {
                take(marked.substring(at, open));
                int close = marked.indexOf(Marker.CLOSE, open);
                mark(marked.substring(open + 1, close));
                at = close + 1;
            }
            take(marked.substring(at));
            return new MappedText(text.toString(), new SourceMap(List.copyOf(mappings)));
        }

        private void take(String part) {
            for (int end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', end + 1)) {
                line++;
                lineStart = text.length() + end + 1;
            }
            text.append(part);
        }

        private void mark(String mark) {
            if (mark.charAt(0) == Marker.FILE) {
                source = sources.get(mark.substring(1));
            } else if (source != null) {
                int offset = Integer.parseInt(mark);
                add(new SourceMap.Mapping(line, text.length() - lineStart, source, offset, name(source, offset)));
            }
        }

        /** An expression and the name that it begins with are marked both. */
        private void add(SourceMap.Mapping mapping) {
            if (mappings.isEmpty() || !mappings.get(mappings.size() - 1).equals(mapping)) {
                mappings.add(mapping);
            }
        }

        /** A name that stands at a place. */
        private static @Nullable String name(SourceFile source, int offset) {
            Matcher name =
                    NAME.matcher(source.text()).region(offset, source.text().length());
            return name.lookingAt() ? name.group() : null;
        }
    }
}
