package io.hjx.lang.parse;

import io.hjx.lang.ast.ComponentFile.Scope;
import io.hjx.lang.ast.ComponentFile.ScopeDeclaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.NearestName;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code component}, {@code scope} and the headers of the blocks. Used once a source. */
final class OutlineParser {

    private static final List<String> SCOPES = List.of("shared", "user", "session");

    private static final List<String> HEADS = List.of("component", "scope");
    private static final String BLOCKS = "the blocks are " + quoted(BlockKind.WORDS);

    private final Context context;
    private final Map<BlockKind, Line> blocks = new EnumMap<>(BlockKind.class);
    private @Nullable Name name;
    private @Nullable ScopeDeclaration scope;
    private @Nullable Line firstBlock;

    OutlineParser(Context context) {
        this.context = context;
    }

    Outline parse(List<Line> roots) {
        for (Line line : top(roots)) {
            Cursor cursor = Cursor.on(context, line);
            if (!LayoutLexer.isHead(context.text(), line)) {
                block(line, cursor);
            } else if (cursor.takeWord("component")) {
                component(line, cursor);
            } else {
                scope(line, cursor);
            }
        }
        Name found = name != null ? name : new Name(Span.at(0), ComponentNames.of(context.source()));
        return new Outline(found, scope, blocks);
    }

    /** The lines at the level of blocks, whether they stand below the head lines or beside them. */
    private List<Line> top(List<Line> lines) {
        List<Line> top = new ArrayList<>();
        for (Line line : lines) {
            top.add(line);
            if (LayoutLexer.isHead(context.text(), line)) {
                top.addAll(top(line.children()));
            }
        }
        return top;
    }

    private void component(Line line, Cursor cursor) {
        Name read = cursor.run(c -> !Character.isWhitespace(c) && c != ':');
        checkPlace(line, "component", name != null);
        checkName(cursor, read);
        boolean colon = cursor.at(":");
        cursor.finish(colon ? "leave out the colon" : "a component has one name; `scope` stands on a line of its own");
        name = name == null && !read.text().isEmpty() ? read : name;
    }

    private void checkName(Cursor cursor, Name read) {
        if (read.text().isEmpty()) {
            cursor.unexpected("expected the component's name", "write `component Counter`");
        } else if (!ComponentNames.isValid(read.text())) {
            String help = "use letters, digits and `_`: `" + ComponentNames.pascalCase(read.text()) + "`";
            context.report(DiagnosticCode.INVALID_COMPONENT_NAME, read.span(), "", help, read);
        } else if (!ComponentNames.isPascalCase(read.text())) {
            String help = "write `" + ComponentNames.pascalCase(read.text()) + "`";
            context.report(DiagnosticCode.COMPONENT_NAME_CASE, read.span(), "", help, read);
        }
    }

    private void scope(Line line, Cursor cursor) {
        cursor.takeWord("scope");
        checkPlace(line, "scope", scope != null);
        Name read = cursor.identifier("expected `shared`, `user` or `session`", null);
        if (cursor.failed()) {
            return;
        }
        if (!SCOPES.contains(read.text())) {
            String near = NearestName.of(read.text(), SCOPES);
            String help = near == null ? "the scopes are " + quoted(SCOPES) : "did you mean `" + near + "`?";
            cursor.fail(DiagnosticCode.UNKNOWN_SCOPE, read.span(), "", help, read);
        } else {
            Scope value = Scope.valueOf(read.text().toUpperCase(Locale.ROOT));
            scope = new ScopeDeclaration(new Span(line.start(), read.span().end()), value);
        }
        cursor.finish(null);
    }

    private void checkPlace(Line line, String word, boolean repeated) {
        Span span = new Span(line.start(), line.start() + word.length());
        if (repeated) {
            context.report(DiagnosticCode.REPEATED_BLOCK, span, "", "a file holds one component", word);
        } else if (firstBlock != null) {
            context.report(DiagnosticCode.MISPLACED_HEADER, span, "", "move the line to the top of the file", word);
        }
    }

    private void block(Line line, Cursor cursor) {
        Name word = cursor.run(ExpressionLexer::isNamePart);
        BlockKind kind = BlockKind.of(word.text());
        if (kind == null) {
            unknown(cursor, word);
            return;
        }
        checkColumn(line, word);
        cursor.blank();
        if (!cursor.take(":")) {
            cursor.fail(DiagnosticCode.MISSING_COLON, Span.at(word.span().end()), "", "write `" + word + ":`");
        }
        cursor.finish("what belongs to `" + word + ":` stands below it, indented");
        Line first = blocks.putIfAbsent(kind, line);
        if (first != null) {
            String help = "move its lines to the first `" + word + ":`, at "
                    + context.source().position(first.start());
            context.report(DiagnosticCode.REPEATED_BLOCK, word.span(), "", help, word);
        }
    }

    private void checkColumn(Line line, Name word) {
        if (firstBlock == null) {
            firstBlock = line;
        } else if (firstBlock.indent() != line.indent()) {
            String help = "indent it by " + firstBlock.indent() + ", like the first block";
            context.report(DiagnosticCode.MISALIGNED_BLOCK, word.span(), "", help, word);
        }
    }

    private void unknown(Cursor cursor, Name word) {
        if (word.text().isEmpty()) {
            cursor.unexpected("expected a block such as `layout:`", null);
            return;
        }
        String lower = word.text().toLowerCase(Locale.ROOT);
        String head = NearestName.of(lower, HEADS);
        String near = head != null ? head : NearestName.of(lower, BlockKind.WORDS);
        String help = near != null ? "did you mean `" + near + (head != null ? "" : ":") + "`?" : BLOCKS;
        String label = firstBlock == null || near != null ? "" : "indent the line if it belongs to the block above";
        cursor.fail(DiagnosticCode.UNKNOWN_BLOCK, word.span(), label, help, word);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
