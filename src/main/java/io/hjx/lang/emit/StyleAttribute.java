package io.hjx.lang.emit;

import io.hjx.lang.ast.Template;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the template of a {@code style} attribute as declarations. Confined to one call of {@link #read}.
 *
 * <p>Only literal text can separate declarations, and a property's name is literal: an interpolation stands in a value,
 * whatever it yields. What has no property name is left out.
 */
final class StyleAttribute {

    private final List<Attribution.Declaration> found = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder literal = new StringBuilder();
    private final List<Template.Part> value = new ArrayList<>();
    private boolean inValue;
    private int depth;
    private char quote;

    private StyleAttribute() {}

    static List<Attribution.Declaration> read(Template template) {
        StyleAttribute reader = new StyleAttribute();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal text) {
                text.text().chars().forEach(c -> reader.character((char) c));
            } else {
                reader.endLiteral();
                reader.value.add(part);
            }
        }
        reader.endDeclaration();
        return List.copyOf(reader.found);
    }

    private void character(char c) {
        if (!inValue && c == ':') {
            inValue = true;
        } else if (c == ';' && depth == 0 && quote == 0) {
            endDeclaration();
        } else if (inValue) {
            nesting(c);
            literal.append(c);
        } else {
            name.append(c);
        }
    }

    private void nesting(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            depth++;
        } else if (c == ')') {
            depth--;
        }
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            value.add(new Template.Literal(Span.at(0), literal.toString()));
            literal.setLength(0);
        }
    }

    private void endDeclaration() {
        endLiteral();
        String property = name.toString().strip();
        if (!property.isEmpty() && inValue) {
            found.add(new Attribution.Declaration(property, new Template(Span.at(0), stripped())));
        }
        name.setLength(0);
        value.clear();
        inValue = false;
        depth = 0;
        quote = 0;
    }

    private List<Template.Part> stripped() {
        List<Template.Part> parts = new ArrayList<>(value);
        if (!parts.isEmpty() && parts.get(0) instanceof Template.Literal first) {
            parts.set(0, new Template.Literal(first.span(), first.text().stripLeading()));
        }
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last) instanceof Template.Literal end) {
            parts.set(last, new Template.Literal(end.span(), end.text().stripTrailing()));
        }
        parts.removeIf(
                part -> part instanceof Template.Literal text && text.text().isEmpty());
        return List.copyOf(parts);
    }
}
