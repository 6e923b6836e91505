package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Turns a source into a tree of logical lines by their indentation. Used once a source. */
final class LayoutLexer {

    /*
     * The layout rule
     *
     * Indentation. A line belongs to the nearest line above that stands less deep; how much deeper it stands is free,
     * but the lines of one parent are equally deep. The classical INDENT and DEDENT tokens are implicit in the tree
     * that comes out: the children of a line are what an INDENT and its DEDENT would enclose. A dedent to a depth at
     * which no line is open is reported, and the line then counts as a child of the nearest less deep line, which is
     * what was meant nearly always.
     *
     * Continuation. A line goes on while a bracket is open, wherever the lines that follow stand; strings, template
     * literals and interpolations are seen through (see BracketScanner). Inside a line, line feeds are white space.
     *
     * Recovery. A bracket that is never closed would swallow the rest of the file. So a line whose brackets do not
     * close, close crosswise, or would swallow a block's header ends early: in front of the next line that is no deeper
     * than itself and does not begin with a closing bracket. The parser then finds a line that breaks off, reports that
     * at the exact place, and goes on with the sibling. Lines below the broken one count as part of it, so that one
     * missing bracket is one diagnostic.
     *
     * Raw blocks. `script:` and `style:` at the level of blocks hide what stands below them until the first non-blank
     * line no deeper than themselves; tabs count to the next multiple of eight there.
     *
     * Cost. Every character is looked at a bounded number of times, with one exception: looking for the end of a line
     * with an open bracket may run to the file's end in vain. What is spent on that is bounded by a few times the
     * file's length; past it, every line ends with its line feed.
     */

    /** The most levels that lines nest. */
    static final int MAX_DEPTH = 200;

    private static final int TAB = 8;
    private static final int WASTE_FACTOR = 8;

    private final SourceFile source;
    private final String text;
    private final Diagnostics diagnostics;
    private final List<Line> roots = new ArrayList<>();
    private final Deque<Line> open = new ArrayDeque<>();
    private long waste;
    private long steps;
    private boolean oddSpaceReported;
    private boolean depthReported;

    LayoutLexer(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.diagnostics = diagnostics;
    }

    /** Reads the source; returns the lines that stand below no other. */
    List<Line> lines() {
        int position = 0;
        while (position < text.length()) {
            int first = firstInLine(position);
            int lineEnd = Trivia.lineEnd(text, position);
            if (first < lineEnd && !Trivia.isComment(text, first)) {
                position = line(position, first);
            } else {
                position = lineEnd + 1;
            }
        }
        return roots;
    }

    /** How many times a character was looked at to find the ends of lines. */
    long steps() {
        return steps;
    }

    /** True for {@code component} and {@code scope} lines, under which blocks may stand. */
    static boolean isHead(String text, Line line) {
        return begins(text, line, "component") || begins(text, line, "scope");
    }

    private static boolean begins(String text, Line line, String word) {
        int end = line.start() + word.length();
        return text.startsWith(word, line.start()) && (end == line.end() || Trivia.isBlank(text.charAt(end)));
    }

    /** Takes the logical line whose first character is at {@code first}; returns where the next line begins. */
    private int line(int lineStart, int first) {
        int indent = columns(lineStart, first);
        Line line = Line.of(indent, first, logicalEnd(first, indent));
        checkSpaces(lineStart, first);
        leave(indent);
        int next = Math.min(text.length(), Trivia.lineEnd(text, line.end()) + 1);
        BlockKind header = BlockKind.headerAt(text, first, line.end());
        if (header != null && header.raw() && atBlockLevel()) {
            Span raw = raw(next, indent);
            line = line.withRaw(raw);
            next = raw.length() == 0 ? next : Math.min(text.length(), Trivia.lineEnd(text, raw.end()) + 1);
        }
        attach(line);
        return next;
    }

    private int logicalEnd(int first, int indent) {
        boolean spent = waste >= (long) WASTE_FACTOR * text.length();
        int limit = spent ? Trivia.lineEnd(text, first) : text.length();
        BracketScanner scanner = new BracketScanner(text, first, limit, indent);
        int end = scanner.end();
        steps += scanner.steps();
        waste += scanner.steps() - Math.max(0, end - first);
        if (end != BracketScanner.OPEN) {
            return end;
        }
        return spent ? trimmed(first, limit) : earlyEnd(first, indent);
    }

    /** The end of a line whose brackets do not close. */
    private int earlyEnd(int first, int indent) {
        int end = Trivia.lineEnd(text, first);
        while (end < text.length()) {
            int next = firstInLine(end + 1);
            boolean blank = next == text.length() || text.charAt(next) == '\n';
            boolean inside = blank || columns(end + 1, next) > indent || ")]}".indexOf(text.charAt(next)) >= 0;
            if (!inside) {
                break;
            }
            end = Trivia.lineEnd(text, next);
        }
        return trimmed(first, end);
    }

    private int trimmed(int first, int end) {
        int last = end;
        while (last > first && Trivia.isBlank(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private void leave(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            open.pop();
        }
    }

    private boolean atBlockLevel() {
        return open.stream().allMatch(line -> isHead(text, line));
    }

    private void attach(Line line) {
        List<Line> siblings = open.isEmpty() ? roots : open.peek().children();
        if (!siblings.isEmpty() && open.size() < MAX_DEPTH) {
            checkEven(siblings.get(siblings.size() - 1), line);
        }
        siblings.add(line);
        if (open.size() < MAX_DEPTH) {
            open.push(line);
        } else if (!depthReported) {
            depthReported = true;
            report(DiagnosticCode.LINES_TOO_DEEP, line, MAX_DEPTH, "move the inner part into a component of its own");
        }
    }

    private void checkEven(Line sibling, Line line) {
        if (sibling.indent() != line.indent()) {
            String help = "indent it by " + sibling.indent() + " to line up with line "
                    + source.position(sibling.start()).line() + ", or move it where it belongs";
            report(DiagnosticCode.UNEVEN_INDENTATION, line, line.indent(), help);
        }
    }

    private void report(DiagnosticCode code, Line line, int argument, String help) {
        Span first = new Span(line.start(), Math.min(line.end(), line.start() + 1));
        diagnostics.add(Diagnostic.of(code, source, first, argument).withHelp(help));
    }

    private void checkSpaces(int lineStart, int first) {
        int odd = lineStart;
        while (odd < first && text.charAt(odd) == ' ') {
            odd++;
        }
        if (odd < first && !oddSpaceReported) {
            oddSpaceReported = true;
            String name = text.charAt(odd) == '\t'
                    ? "tab"
                    : Character.getName(text.charAt(odd)).toLowerCase(Locale.ROOT);
            diagnostics.add(Diagnostic.of(DiagnosticCode.ODD_INDENTATION, source, new Span(odd, odd + 1), name)
                    .withHelp(
                            "indent with spaces in the whole file; tabs may stand below `script:` and `style:` only"));
        }
    }

    /** The text below a raw block's header: from its first line that is not blank to the end of its last such line. */
    private Span raw(int from, int indent) {
        int start = -1;
        int end = from;
        int position = from;
        while (position < text.length()) {
            int first = firstInLine(position);
            int lineEnd = Trivia.lineEnd(text, position);
            if (first < lineEnd) {
                if (columns(position, first) <= indent) {
                    break;
                }
                start = start < 0 ? position : start;
                end = lineEnd;
            }
            position = lineEnd + 1;
        }
        return start < 0 ? Span.at(from) : new Span(start, carriageReturn(end));
    }

    private int carriageReturn(int end) {
        return text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The offset of a physical line's first character that is not blank, or its end. */
    private int firstInLine(int lineStart) {
        int first = lineStart;
        while (first < text.length() && text.charAt(first) != '\n' && Trivia.isBlank(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private int columns(int lineStart, int first) {
        int columns = 0;
        for (int i = lineStart; i < first; i++) {
            columns = text.charAt(i) == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
        }
        return columns;
    }
}
