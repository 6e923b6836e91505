package io.hjx.lang.source;

/**
 * One text with the name it is reported under. Immutable.
 *
 * <p>A byte order mark at the beginning is dropped; line ends stay as they stand.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private final LineMap lines;

    /**
     * @param path what diagnostics call the file, with forward slashes, usually relative to the component root
     * @param text the whole text
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = new LineMap(this.text);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    public LineMap lines() {
        return lines;
    }

    public Position position(int offset) {
        return lines.position(offset);
    }

    /** The characters of a span. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The file name's part before its extension, for instance {@code no-title} of {@code ui/no-title.hjx}. */
    public String baseName() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public String toString() {
        return path;
    }
}
