package io.hjx.lang.emit;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.emit.CssToken.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes the scope's attribute into selectors.
 *
 * <p>Each compound selector gets it, since a rule must not reach through another component's elements either. The first
 * of a top-level selector carries the attribute itself, so that the component's rules win over the page's; all others
 * carry it in {@code :where()}, which adds nothing, so that the developer's specificities stay in proportion.
 */
final class CssSelectors {

    /** With the specificity of one element each; a {@code text} in an {@code svg} is SVG's own. */
    private static final Map<String, String> HJX_TAGS =
            Map.of("view", "div", "text", ":is(span, text)", "checkbox", "input:where([type=checkbox])");

    private static final Set<String> WITH_SELECTORS =
            Set.of("is", "where", "not", "has", "matches", "any", "-webkit-any", "-moz-any");
    private static final Set<String> WITH_OF = Set.of("nth-child", "nth-last-child");
    /** A compound with one of these means something that is no element of a layout, or the rule around it. */
    private static final Set<String> OUTSIDE = Set.of("root", "scope", "host");

    private final CssTokens tokens;
    private final CssEdits edits;
    private final CssProblems problems;
    private final String full;
    private final String weightless;

    CssSelectors(CssTokens tokens, CssEdits edits, CssProblems problems, String attribute) {
        this.tokens = tokens;
        this.edits = edits;
        this.problems = problems;
        this.full = "[" + attribute + "]";
        this.weightless = ":where(" + full + ")";
    }

    /**
     * Scopes a selector list.
     *
     * @param heavy whether a selector's first compound gets the attribute with its weight
     * @return whether a selector got it
     */
    boolean scope(int from, int to, boolean heavy) {
        boolean weighted = false;
        int start = from;
        for (int at = from; at < to; at = tokens.after(at)) {
            if (tokens.kind(at) == Kind.COMMA) {
                weighted |= complex(start, at, heavy);
                start = at + 1;
            }
        }
        return complex(start, to, heavy) || weighted;
    }

    private boolean complex(int from, int to, boolean heavy) {
        boolean first = heavy;
        int at = from;
        while (at < to) {
            int end = compoundEnd(at, to);
            if (end == at) {
                at++;
                continue;
            }
            boolean scoped = compound(at, end, first ? full : weightless);
            first &= !scoped;
            at = end;
        }
        return heavy && !first;
    }

    private int compoundEnd(int from, int to) {
        int at = from;
        while (at < to && !isCombinator(at, to)) {
            at = tokens.after(at);
        }
        return at;
    }

    private boolean isCombinator(int at, int to) {
        return tokens.kind(at) == Kind.WHITESPACE
                || tokens.isDelim(at, '>')
                || tokens.isDelim(at, '+')
                || tokens.isDelim(at, '~')
                || isColumnBar(at, to);
    }

    /** One of the two bars of {@code ||}; a single one belongs to a namespace. */
    private boolean isColumnBar(int at, int to) {
        return tokens.isDelim(at, '|')
                && ((at + 1 < to && tokens.isDelim(at + 1, '|')) || (at > 0 && tokens.isDelim(at - 1, '|')));
    }

    /** Returns whether the compound got the attribute. */
    private boolean compound(int from, int to, String attribute) {
        boolean scoped = isOwn(from, to);
        int pseudo = firstPseudo(from, to);
        for (int at = from; at < to; at = tokens.after(at)) {
            if (scoped && at == pseudo) {
                edits.insert(tokens.get(at).start(), attribute);
            }
            if (tokens.kind(at) == Kind.IDENT && at == from) {
                tag(at, to);
            } else if (at > from && tokens.kind(at - 1) == Kind.COLON && !isElement(at, from)) {
                pseudoClass(at, from, to);
            }
        }
        if (scoped && pseudo == to) {
            edits.insert(tokens.get(to - 1).end(), attribute);
        }
        return scoped;
    }

    private boolean isOwn(int from, int to) {
        if (isGlobal(from)) {
            return false;
        }
        for (int at = from; at < to; at = tokens.after(at)) {
            boolean pseudo = at > from && tokens.kind(at - 1) == Kind.COLON;
            boolean name = tokens.kind(at) == Kind.IDENT || tokens.kind(at) == Kind.FUNCTION;
            if (tokens.isDelim(at, '&') || (pseudo && name && OUTSIDE.contains(lowerName(at)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isGlobal(int colon) {
        return tokens.kind(colon) == Kind.COLON
                && colon + 1 < tokens.size()
                && tokens.kind(colon + 1) == Kind.FUNCTION
                && lowerName(colon + 1).equals("global");
    }

    private int firstPseudo(int from, int to) {
        int at = from;
        while (at < to && tokens.kind(at) != Kind.COLON) {
            at = tokens.after(at);
        }
        return at;
    }

    private boolean isElement(int at, int from) {
        return at - 2 >= from && tokens.kind(at - 2) == Kind.COLON;
    }

    private void tag(int at, int to) {
        boolean namespace = at + 1 < to && tokens.isDelim(at + 1, '|');
        String html = HJX_TAGS.get(tokens.name(at));
        if (html != null && !namespace) {
            edits.replace(tokens.get(at).start(), tokens.get(at).end(), html);
        }
    }

    private void pseudoClass(int at, int from, int to) {
        String name = tokens.kind(at) == Kind.FUNCTION || tokens.kind(at) == Kind.IDENT ? lowerName(at) : "";
        if (name.equals("global")) {
            global(at, from, to);
        } else if (tokens.kind(at) == Kind.FUNCTION && WITH_SELECTORS.contains(name)) {
            scope(at + 1, tokens.match(at), false);
        } else if (tokens.kind(at) == Kind.FUNCTION && WITH_OF.contains(name)) {
            scope(behindOf(at), tokens.match(at), false);
        }
    }

    private int behindOf(int function) {
        int end = tokens.match(function);
        int at = function + 1;
        while (at < end && !(tokens.kind(at) == Kind.IDENT && lowerName(at).equals("of"))) {
            at = tokens.after(at);
        }
        return Math.min(at + 1, end);
    }

    /** Takes {@code :global( )} away from around its selector, or leaves {@code :is( )} where that would change it. */
    private void global(int at, int from, int to) {
        int start = tokens.get(at - 1).start();
        int end = tokens.get(at).end();
        boolean function = tokens.kind(at) == Kind.FUNCTION;
        if (!function || tokens.skipSpace(at + 1, tokens.match(at)) == tokens.match(at)) {
            problems.report(
                    DiagnosticCode.GLOBAL_WITHOUT_SELECTOR,
                    start,
                    end,
                    "",
                    "write the selector in the parentheses: `:global(.theme-dark) .button`");
            return;
        }
        int close = tokens.match(at);
        boolean alone = at - 1 == from && close == to - 1;
        boolean bare = alone ? !has(at + 1, close, Kind.COMMA) : fitsInto(at, close, from);
        edits.replace(start, end, bare ? "" : ":is(");
        edits.replace(tokens.get(close).start(), tokens.get(close).end(), bare ? "" : ")");
    }

    private boolean fitsInto(int function, int close, int from) {
        int first = tokens.skipSpace(function + 1, close);
        int last = tokens.trimEnd(first, close);
        boolean one = compoundEnd(first, last) == last && !has(first, last, Kind.COMMA);
        boolean tag = tokens.kind(first) == Kind.IDENT || tokens.isDelim(first, '*');
        return one && first == function + 1 && last == close && (function - 1 == from || !tag);
    }

    private boolean has(int from, int to, Kind kind) {
        for (int at = from; at < to; at = tokens.after(at)) {
            if (tokens.kind(at) == kind) {
                return true;
            }
        }
        return false;
    }

    private String lowerName(int at) {
        return tokens.name(at).toLowerCase(Locale.ROOT);
    }
}
