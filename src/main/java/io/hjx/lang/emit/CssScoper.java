package io.hjx.lang.emit;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.emit.CssToken.Kind;
import io.hjx.lang.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a component's {@code style:} block apply to the component's own elements alone. Confined to one call of
 * {@link #scope}.
 *
 * <p>The text is kept as it stands but for what has to change: selectors get the scope's attribute (see
 * {@link CssSelectors}), the names of keyframes and their uses get it as a suffix, and HJX's element names become
 * HTML's. Takes time linear in the text's length.
 */
public final class CssScoper {

    private static final Set<String> ANIMATIONS =
            Set.of("animation", "animation-name", "-webkit-animation", "-webkit-animation-name");
    private static final Set<String> ADDRESSES = Set.of("url", "src", "image", "image-set", "-webkit-image-set");

    private final CssTokens tokens;
    private final CssProblems problems;
    private final CssEdits edits;
    private final CssSelectors selectors;
    private final String suffix;
    private final Set<String> keyframes = new HashSet<>();

    private CssScoper(CssTokens tokens, CssProblems problems, String attribute) {
        this.tokens = tokens;
        this.problems = problems;
        this.edits = new CssEdits(tokens.source());
        this.selectors = new CssSelectors(tokens, edits, problems, attribute);
        this.suffix = "-" + attribute;
    }

    /**
     * The block's rules, scoped.
     *
     * @param source the file that the block stands in
     * @param style the block
     * @param scopeAttribute the attribute that the component's elements carry, for instance {@code h-1a2b3c}
     * @param diagnostics where faults are reported; the result is then of no use
     */
    public static String scope(
            SourceFile source, Declaration.RawBlock style, String scopeAttribute, Diagnostics diagnostics) {
        CssProblems problems = new CssProblems(source, style, diagnostics);
        CssTokens tokens = CssTokens.read(style.text(), problems);
        if (tokens == null) {
            return "";
        }
        List<CssNode> sheet = new CssParser(tokens, problems).sheet();
        return new CssScoper(tokens, problems, scopeAttribute).write(sheet);
    }

    private String write(List<CssNode> sheet) {
        collectKeyframes(sheet);
        rules(sheet, true, false);
        String css = edits.finish().stripTrailing();
        String tidy = hasLongString() ? css.stripLeading() : css.stripIndent().stripLeading();
        return tidy.isEmpty() ? "" : tidy + "\n";
    }

    /** A string that goes on over a line's end would lose what stands before its next line with the indentation. */
    private boolean hasLongString() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.kind(at) == Kind.STRING && tokens.text(at).indexOf('\n') >= 0) {
                return true;
            }
        }
        return false;
    }

    private void collectKeyframes(List<CssNode> nodes) {
        for (CssNode node : nodes) {
            if (node instanceof CssNode.AtRule rule && rule.kind() == CssAtRule.KEYFRAMES) {
                int name = tokens.skipSpace(rule.from(), rule.to());
                if (name < rule.to()) {
                    keyframes.add(keyframesName(name));
                }
            } else if (node instanceof CssNode.AtRule rule) {
                collectKeyframes(rule.body());
            } else if (node instanceof CssNode.StyleRule rule) {
                collectKeyframes(rule.body());
            }
        }
    }

    private String keyframesName(int at) {
        return switch (tokens.kind(at)) {
            case IDENT -> tokens.name(at);
            case STRING -> tokens.string(at);
            default -> "";
        };
    }

    private void rules(List<CssNode> nodes, boolean top, boolean svg) {
        for (CssNode node : nodes) {
            if (node instanceof CssNode.Declaration declaration) {
                declaration(declaration);
            } else if (node instanceof CssNode.StyleRule rule) {
                boolean inSvg = selectors.scope(rule.from(), rule.to(), top, svg);
                rules(rule.body(), false, inSvg);
            } else if (node instanceof CssNode.AtRule rule) {
                atRule(rule, top, svg);
            }
        }
    }

    private void atRule(CssNode.AtRule rule, boolean top, boolean svg) {
        if (rule.name().equals("import")) {
            refuseImport(rule);
            return;
        }
        if (rule.name().equals("scope")) {
            limits(rule, svg);
        }
        if (rule.kind() == CssAtRule.KEYFRAMES) {
            rename(rule.from(), rule.to());
        } else {
            checkAddresses(rule.from(), rule.to());
        }
        if (rule.kind() == CssAtRule.GROUP) {
            rules(rule.body(), top, svg);
        } else {
            descriptors(rule.body());
        }
    }

    /** The two selector lists of {@code @scope (…) to (…)}. */
    private void limits(CssNode.AtRule rule, boolean svg) {
        for (int at = rule.from(); at < rule.to(); at = tokens.after(at)) {
            if (tokens.kind(at) == Kind.OPEN_PAREN) {
                selectors.scope(at + 1, tokens.match(at), false, svg);
            }
        }
    }

    /** Blocks whose preludes are no selectors: keyframes, font faces and the like. */
    private void descriptors(List<CssNode> nodes) {
        for (CssNode node : nodes) {
            if (node instanceof CssNode.Declaration declaration) {
                declaration(declaration);
            } else if (node instanceof CssNode.StyleRule rule) {
                descriptors(rule.body());
            } else if (node instanceof CssNode.AtRule rule) {
                descriptors(rule.body());
            }
        }
    }

    private void declaration(CssNode.Declaration declaration) {
        if (ANIMATIONS.contains(declaration.name())) {
            rename(declaration.from(), declaration.to());
        }
        checkAddresses(declaration.from(), declaration.to());
    }

    private void rename(int from, int to) {
        for (int at = from; at < to; at++) {
            CssToken token = tokens.get(at);
            String name = keyframesName(at);
            if (!name.isEmpty() && keyframes.contains(name)) {
                int end = token.kind() == Kind.STRING ? token.end() - 1 : token.end();
                edits.insert(end, suffix);
            }
        }
    }

    private void refuseImport(CssNode.AtRule rule) {
        problems.report(
                DiagnosticCode.CSS_IMPORT,
                tokens.get(rule.at()).start(),
                tokens.get(rule.at()).end(),
                "",
                "put the rules into this block, or import a component that has them");
    }

    private void checkAddresses(int from, int to) {
        for (int at = from; at < to; at++) {
            if (tokens.kind(at) == Kind.URL) {
                String text = tokens.text(at);
                String inside = text.substring(text.indexOf('(') + 1, text.length() - 1);
                checkAddress(at, CssName.decode(inside));
            } else if (tokens.kind(at) == Kind.FUNCTION
                    && ADDRESSES.contains(tokens.name(at).toLowerCase(Locale.ROOT))) {
                checkStrings(at);
            }
        }
    }

    private void checkStrings(int function) {
        for (int at = function + 1; at < tokens.match(function); at = tokens.after(at)) {
            if (tokens.kind(at) == Kind.STRING) {
                checkAddress(at, tokens.string(at));
            }
        }
    }

    private void checkAddress(int at, String address) {
        if (CssAddress.isForeign(address)) {
            problems.report(
                    DiagnosticCode.FOREIGN_URL,
                    tokens.get(at).start(),
                    tokens.get(at).end(),
                    "leads to another server",
                    "put the file beside the component and name it with a relative path",
                    address.strip());
        }
    }
}
