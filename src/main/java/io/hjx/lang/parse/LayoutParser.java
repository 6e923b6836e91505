package io.hjx.lang.parse;

import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of {@code layout:}. Used once a source. */
final class LayoutParser {

    private final Context context;
    private final ElementParser elements;
    private final TemplateParser templates;
    private final BranchParser<LayoutNode> branches;

    LayoutParser(Context context) {
        this.context = context;
        this.templates = new TemplateParser(context);
        this.elements = new ElementParser(context, this, templates);
        this.branches = new BranchParser<>(context, this::content);
    }

    List<LayoutNode> nodes(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<LayoutNode> nodes = new ArrayList<>(lines.size());
        LineReader reader = new LineReader(lines);
        while (reader.hasNext()) {
            nodes.add(node(reader));
        }
        return List.copyOf(nodes);
    }

    private LayoutNode node(LineReader reader) {
        Line line = reader.next();
        Cursor cursor = Cursor.on(context, line);
        if (cursor.atQuote()) {
            return text(line, cursor);
        }
        if (cursor.atWord("if")) {
            return condition(line, cursor, reader);
        }
        if (BranchParser.atElse(cursor)) {
            return condition(line, branches.strayElse(cursor), reader);
        }
        return cursor.takeWord("for") ? loop(line, cursor) : elements.element(line, cursor);
    }

    private TextNode text(Line line, Cursor cursor) {
        Template text = templates.string(cursor);
        cursor.finish("a text stands on a line of its own");
        context.refuseChildren(line, "a text", "put the text and what follows below an element, side by side");
        return new TextNode(text.span(), text);
    }

    private IfNode condition(Line line, Cursor cursor, LineReader reader) {
        BranchParser.Chain<LayoutNode> chain = branches.chain(line, cursor, reader);
        List<IfNode.Branch> read = chain.branches().stream()
                .map(branch -> new IfNode.Branch(branch.span(), branch.condition(), branch.body()))
                .toList();
        return new IfNode(chain.span(), read, chain.otherwise());
    }

    private ForNode loop(Line line, Cursor cursor) {
        LoopHead head = LoopHead.read(cursor, true);
        List<LayoutNode> children = content(line, cursor);
        Span span = new Span(line.start(), line.lastEnd());
        return new ForNode(span, head.item(), head.index(), head.list(), head.key(), children);
    }

    /** What follows an element's parts: perhaps a colon and a text, and the deeper lines. */
    List<LayoutNode> elementContent(Line line, Cursor cursor) {
        cursor.blank();
        boolean empty = cursor.atEnd() && line.children().isEmpty();
        return empty ? List.of() : content(line, cursor);
    }

    /** What follows a head: the colon, the text behind it, and the deeper lines. */
    private List<LayoutNode> content(Line line, Cursor cursor) {
        TextNode text = textBehindColon(line, cursor);
        List<LayoutNode> below = nodes(line.children());
        if (text == null) {
            return below;
        }
        List<LayoutNode> nodes = new ArrayList<>(below.size() + 1);
        nodes.add(text);
        nodes.addAll(below);
        return List.copyOf(nodes);
    }

    private @Nullable TextNode textBehindColon(Line line, Cursor cursor) {
        cursor.blank();
        if (!cursor.take(":")) {
            checkColon(line, cursor);
            return null;
        }
        cursor.blank();
        TextNode node = null;
        if (cursor.atQuote()) {
            Template text = templates.string(cursor);
            node = new TextNode(text.span(), text);
        }
        checkText(cursor, node != null);
        return node;
    }

    private void checkText(Cursor cursor, boolean textRead) {
        int end = cursor.position();
        cursor.blank();
        if (cursor.atEnd()) {
            return;
        }
        if (textRead) {
            cursor.unexpected("expected the end of the line", helpBehindText(cursor, end));
            return;
        }
        String help = "put a text in quotes, a value in `\"{{…}}\"`, and elements on deeper lines of their own";
        cursor.fail(DiagnosticCode.UNQUOTED_TEXT, new Span(cursor.position(), cursor.limit()), "", help);
    }

    private static String helpBehindText(Cursor cursor, int end) {
        if (cursor.at("+")) {
            return "write the value inside the text: `\"Count: {{count}}\"`";
        }
        return cursor.position() == end
                ? "write `\\" + cursor.peek(-1) + "` for a quote inside the text"
                : "put further texts on deeper lines";
    }

    private void checkColon(Line line, Cursor cursor) {
        if (!cursor.atEnd()) {
            cursor.unexpected("expected `:`", null);
        } else if (!cursor.failed()) {
            String help = line.children().isEmpty()
                    ? "end the line with `:`"
                    : "end the line with `:`, as lines stand below it";
            context.report(DiagnosticCode.MISSING_COLON, Span.at(line.end()), "", help);
        }
    }
}
