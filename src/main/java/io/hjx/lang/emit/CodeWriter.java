package io.hjx.lang.emit;

/** Lines of source with their indentation. Confined to one emitter. */
final class CodeWriter {

    private final StringBuilder out = new StringBuilder();
    private String indentation = "";

    CodeWriter line(String line) {
        if (!line.isEmpty()) {
            out.append(indentation).append(line);
        }
        out.append('\n');
        return this;
    }

    /** Writes lines that have an indentation of their own. */
    CodeWriter lines(String lines) {
        lines.lines().forEach(this::line);
        return this;
    }

    CodeWriter in() {
        indentation += "  ";
        return this;
    }

    CodeWriter out() {
        indentation = indentation.substring(2);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
