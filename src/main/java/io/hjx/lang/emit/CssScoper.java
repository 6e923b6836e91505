package io.hjx.lang.emit;

import io.hjx.lang.analyze.AssetResolver;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.emit.CssToken.Kind;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a component's {@code style:} block apply to the component's own elements alone. Confined to one call of
 * {@link #scope}.
 *
 * <p>The text is kept as it stands but for what has to change: selectors get the scope's attribute (see
 * {@link CssSelectors}), the names of keyframes and their uses get it as a suffix, and HJX's element names become
 * HTML's, and files beside the component get the addresses under which they are served. Takes time linear in the text's
 * length.
 */
public final class CssScoper {

    private static final Set<String> ADDRESSES = Set.of("url", "src", "image", "image-set", "-webkit-image-set");

    private final CssTokens tokens;
    private final CssProblems problems;
    private final AssetResolver assets;
    private final CssEdits edits;
    private final CssSelectors selectors;
    private final CssKeyframes keyframes;

    private CssScoper(CssTokens tokens, CssProblems problems, AssetResolver assets, String attribute) {
        this.tokens = tokens;
        this.problems = problems;
        this.assets = assets;
        this.edits = new CssEdits(tokens.source());
        this.selectors = new CssSelectors(tokens, edits, problems, attribute);
        this.keyframes = new CssKeyframes(tokens, edits, "-" + attribute);
    }

    /**
     * The block's rules, scoped.
     *
     * @param source the file that the block stands in
     * @param style the block
     * @param scopeAttribute the attribute that the component's elements carry, for instance {@code h-1a2b3c}
     * @param assets gives the files beside the component their addresses
     * @param diagnostics where faults are reported; the result is then of no use
     */
    public static String scope(
            SourceFile source,
            Declaration.RawBlock style,
            String scopeAttribute,
            AssetResolver assets,
            Diagnostics diagnostics) {
        CssProblems problems = new CssProblems(source, style, diagnostics);
        CssTokens tokens = CssTokens.read(style.text(), problems);
        if (tokens == null) {
            return "";
        }
        List<CssNode> sheet = new CssParser(tokens, problems).sheet();
        return new CssScoper(tokens, problems, assets, scopeAttribute).write(sheet);
    }

    private String write(List<CssNode> sheet) {
        keyframes.collect(sheet);
        rules(sheet, true);
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

    /** @param heavy whether no selector around these rules has the attribute's weight yet */
    private void rules(List<CssNode> nodes, boolean heavy) {
        for (CssNode node : nodes) {
            if (node instanceof CssNode.Declaration declaration) {
                declaration(declaration);
            } else if (node instanceof CssNode.StyleRule rule) {
                boolean weighted = selectors.scope(rule.from(), rule.to(), heavy);
                rules(rule.body(), heavy && !weighted);
            } else if (node instanceof CssNode.AtRule rule) {
                atRule(rule, heavy);
            }
        }
    }

    private void atRule(CssNode.AtRule rule, boolean heavy) {
        switch (rule.name()) {
            case "import" -> refuseImport(rule);
            case "namespace" -> {} // its address is a name, and never fetched
            case "scope" -> {
                limits(rule);
                rules(rule.body(), heavy);
            }
            default -> block(rule, heavy);
        }
    }

    private void block(CssNode.AtRule rule, boolean heavy) {
        if (rule.kind() == CssAtRule.KEYFRAMES) {
            keyframes.define(rule.from(), rule.to());
        } else {
            addresses(rule.from(), rule.to(), false);
        }
        if (rule.kind() == CssAtRule.GROUP) {
            rules(rule.body(), heavy);
        } else {
            descriptors(rule.body());
        }
    }

    /** The two selector lists of {@code @scope (…) to (…)}. */
    private void limits(CssNode.AtRule rule) {
        for (int at = rule.from(); at < rule.to(); at = tokens.after(at)) {
            if (tokens.kind(at) == Kind.OPEN_PAREN) {
                selectors.scope(at + 1, tokens.match(at), false);
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
        if (keyframes.concerns(declaration)) {
            keyframes.use(declaration);
        } else {
            addresses(declaration.from(), declaration.to(), false);
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

    /** What loads something: {@code url(…)} and the strings of {@link #ADDRESSES}, in the order of the text. */
    private void addresses(int from, int to, boolean strings) {
        for (int at = from; at < to; at = tokens.after(at)) {
            switch (tokens.kind(at)) {
                case URL -> {
                    String text = tokens.text(at);
                    address(
                            at,
                            CssName.decode(text.substring(text.indexOf('(') + 1, text.length() - 1))
                                    .strip());
                }
                case STRING -> {
                    if (strings) {
                        address(at, tokens.string(at));
                    }
                }
                case FUNCTION -> {
                    boolean load = ADDRESSES.contains(tokens.name(at).toLowerCase(Locale.ROOT));
                    addresses(at + 1, tokens.match(at), load);
                }
                case OPEN_PAREN, OPEN_SQUARE, OPEN_CURLY -> addresses(at + 1, tokens.match(at), false);
                default -> {}
            }
        }
    }

    private void address(int at, String address) {
        CssToken token = tokens.get(at);
        if (CssAddress.isForeign(address)) {
            problems.report(
                    DiagnosticCode.FOREIGN_URL,
                    token.start(),
                    token.end(),
                    "leads to another server",
                    "put the file beside the component and name it with `./`",
                    address.strip());
            return;
        }
        String served = assets.address(problems.source(), problems.place(token.start(), token.end()), address);
        if (served != null) {
            String quoted = CssName.quote(served);
            edits.replace(token.start(), token.end(), token.kind() == Kind.URL ? "url(" + quoted + ")" : quoted);
        }
    }
}
