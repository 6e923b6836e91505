package io.hjx.lang.emit;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.emit.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads tokens as rules and declarations, after section 5 of CSS Syntax Level 3 with nested rules.
 *
 * <p>Inside a block, a run of tokens that meets {@code ;} or the block's end before a <code>{</code> is a declaration,
 * any other a rule, so that each token is looked at a bounded number of times.
 */
final class CssParser {

    private final CssTokens tokens;
    private final CssProblems problems;

    CssParser(CssTokens tokens, CssProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** The rules of the whole sheet. */
    List<CssNode> sheet() {
        return contents(0, tokens.size(), false);
    }

    private List<CssNode> contents(int from, int to, boolean declarations) {
        List<CssNode> nodes = new ArrayList<>();
        int at = from;
        while (at < to) {
            switch (tokens.kind(at)) {
                case WHITESPACE, CDO, CDC -> at++;
                case SEMICOLON -> {
                    if (!declarations) {
                        unexpected(at, at + 1, "there is nothing here that it could end", "remove it");
                    }
                    at++;
                }
                case AT_KEYWORD -> at = atRule(at, to, declarations, nodes);
                default -> at = ruleOrDeclaration(at, to, declarations, nodes);
            }
        }
        return nodes;
    }

    private int atRule(int at, int to, boolean declarations, List<CssNode> nodes) {
        String name = tokens.name(at).toLowerCase(Locale.ROOT);
        int end = runEnd(at + 1, to, false);
        boolean block = end < to && tokens.kind(end) == Kind.OPEN_CURLY;
        CssAtRule kind = CssAtRule.find(name);
        if (kind == null) {
            unknown(at, name);
        } else {
            List<CssNode> body = block ? body(kind, end, declarations) : List.of();
            nodes.add(new CssNode.AtRule(name, kind, at, at + 1, end, body));
        }
        return block ? tokens.after(end) : Math.min(end + 1, to);
    }

    private void unknown(int at, String name) {
        String near = CssAtRule.nearest(name);
        String help = near == null
                ? "see which at-rules CSS has; preprocessors' are not among them"
                : "did you mean `@" + near + "`?";
        CssToken token = tokens.get(at);
        problems.report(DiagnosticCode.UNKNOWN_AT_RULE, token.start(), token.end(), "", help, name);
    }

    private List<CssNode> body(CssAtRule kind, int open, boolean declarations) {
        boolean inside = declarations || kind == CssAtRule.DESCRIPTORS;
        return contents(open + 1, tokens.match(open), inside);
    }

    private int ruleOrDeclaration(int at, int to, boolean declarations, List<CssNode> nodes) {
        int colon = declarations ? colonOfDeclaration(at, to) : -1;
        boolean custom = colon >= 0 && tokens.text(at).startsWith("--");
        int end = runEnd(at, to, custom);
        boolean block = end < to && tokens.kind(end) == Kind.OPEN_CURLY;
        if (block) {
            return rule(at, end, colon, nodes);
        }
        if (colon >= 0) {
            String name = tokens.name(at).toLowerCase(Locale.ROOT);
            nodes.add(new CssNode.Declaration(name, colon + 1, end));
        } else {
            reportNeither(at, end, declarations);
        }
        return Math.min(end + 1, to);
    }

    private int rule(int at, int open, int colon, List<CssNode> nodes) {
        if (colon >= 0 && tokens.kind(colon + 1) == Kind.WHITESPACE) {
            unexpected(
                    open,
                    open + 1,
                    "a declaration goes on up to here",
                    "end `" + tokens.name(at) + ": …` with a `;` before the next rule begins");
        } else {
            int end = tokens.trimEnd(at, open);
            if (end == at) {
                unexpected(open, open + 1, "no selector stands before it", "write the elements that the rule is for");
            }
            nodes.add(new CssNode.StyleRule(at, end, contents(open + 1, tokens.match(open), true)));
        }
        return tokens.after(open);
    }

    /** The colon of {@code name:} at this place, or -1. */
    private int colonOfDeclaration(int at, int to) {
        if (tokens.kind(at) != Kind.IDENT) {
            return -1;
        }
        int colon = tokens.skipSpace(at + 1, to);
        return colon < to && tokens.kind(colon) == Kind.COLON ? colon : -1;
    }

    /** Where the run of tokens that begins here ends: at {@code ;}, at <code>{</code> or at {@code to}. */
    private int runEnd(int from, int to, boolean overBlocks) {
        int at = from;
        while (at < to) {
            Kind kind = tokens.kind(at);
            if (kind == Kind.SEMICOLON || (kind == Kind.OPEN_CURLY && !overBlocks)) {
                return at;
            }
            at = tokens.after(at);
        }
        return at;
    }

    private void reportNeither(int at, int end, boolean declarations) {
        int last = Math.max(tokens.trimEnd(at, end), at + 1);
        String help = declarations ? "write `name: value;` or `selector { … }`" : "write `selector { name: value; }`";
        unexpected(at, last, "neither a rule nor a declaration", help);
    }

    private void unexpected(int from, int to, String label, String help) {
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        problems.report(DiagnosticCode.UNEXPECTED_CSS, start, end, label, help, shown(start, end));
    }

    private String shown(int start, int end) {
        String text = tokens.source().substring(start, end).lines().findFirst().orElse("");
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
