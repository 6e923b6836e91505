package io.hjx.lang.parse;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an element: its tag, id, classes and parts, and through {@link LayoutParser} its content. */
final class ElementParser {

    private final Context context;
    private final LayoutParser layout;
    private final PartParser partParser;
    private final Numbering numbering = new Numbering();

    ElementParser(Context context, LayoutParser layout, TemplateParser templates) {
        this.context = context;
        this.layout = layout;
        this.partParser = new PartParser(templates, numbering);
    }

    Element element(Line line, Cursor cursor) {
        Name tag = tag(cursor);
        int number = numbering.element();
        ElementParts parts = new ElementParts();
        selectors(cursor, parts);
        partParser.parts(cursor, parts);
        List<LayoutNode> children = layout.elementContent(line, cursor);
        return parts.element(new Span(line.start(), line.lastEnd()), tag, number, children);
    }

    private Name tag(Cursor cursor) {
        if (!cursor.atName()) {
            String help = cursor.peek() == '.' ? "write the tag in front of the class: `view.card:`" : null;
            String start = cursor.at("{{") ? "put a text in quotes" : cursor.at("<") ? markupHelp(cursor) : help;
            cursor.unexpected("expected an element or a text in quotes", start);
            return cursor.missing();
        }
        return cursor.run(c -> ExpressionLexer.isNamePart(c) || c == '-');
    }

    private static @Nullable String markupHelp(Cursor cursor) {
        int start = cursor.position();
        cursor.move(start + 1);
        Name tag = cursor.run(ExpressionLexer::isNamePart);
        cursor.move(start);
        return tag.text().isEmpty() ? null : "write `" + tag + ": \"…\"`";
    }

    private void selectors(Cursor cursor, ElementParts parts) {
        while (cursor.at("#") || cursor.at(".")) {
            if (cursor.take("#")) {
                id(cursor, parts);
            } else {
                cursor.take(".");
                parts.addClass(ClassNames.read(cursor));
            }
        }
    }

    private void id(Cursor cursor, ElementParts parts) {
        Name id = cursor.run(c -> ExpressionLexer.isNamePart(c) || c == '-');
        if (id.text().isEmpty()) {
            cursor.unexpected("expected the id right behind `#`", null);
        } else if (!parts.setId(id)) {
            context.report(DiagnosticCode.REPEATED_ID, id.span(), "", "leave one of them out");
        }
    }
}
