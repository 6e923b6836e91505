package io.hjx.lang.emit;

import io.hjx.lang.emit.CssToken.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of a sheet's keyframes, and where values use them. Confined to one {@link CssScoper}.
 *
 * <p>A custom property is a use where an animation of the sheet reads it: {@code --move: spin 1s} beside
 * {@code animation: var(--move)}.
 */
final class CssKeyframes {

    private static final Set<String> NAMES = Set.of("animation-name", "-webkit-animation-name");
    private static final Set<String> SHORTHANDS = Set.of("animation", "-webkit-animation");
    /** Of a shorthand's words, the first of each kind is no name, whatever keyframes are called. */
    private static final Map<String, String> WORDS = words(
            List.of("linear", "ease", "ease-in", "ease-out", "ease-in-out", "step-start", "step-end"),
            List.of("normal", "reverse", "alternate", "alternate-reverse"),
            List.of("none", "forwards", "backwards", "both"),
            List.of("running", "paused"),
            List.of("infinite"));

    private static final Set<String> WITH_FALLBACK = Set.of("var", "env");

    private final CssTokens tokens;
    private final CssEdits edits;
    private final String suffix;
    private final Set<String> names = new HashSet<>();
    private final Set<String> carriers = new HashSet<>();

    CssKeyframes(CssTokens tokens, CssEdits edits, String suffix) {
        this.tokens = tokens;
        this.edits = edits;
        this.suffix = suffix;
    }

    @SafeVarargs
    private static Map<String, String> words(List<String>... kinds) {
        Map<String, String> words = new HashMap<>();
        for (List<String> kind : kinds) {
            kind.forEach(word -> words.put(word, kind.get(0)));
        }
        return Map.copyOf(words);
    }

    /** Takes note of all that a sheet, or a part of it, defines. */
    void collect(List<CssNode> nodes) {
        for (CssNode node : nodes) {
            if (node instanceof CssNode.AtRule rule && rule.kind() == CssAtRule.KEYFRAMES) {
                int at = tokens.skipSpace(rule.from(), rule.to());
                if (at < rule.to()) {
                    names.add(name(at));
                }
            } else if (node instanceof CssNode.AtRule rule) {
                collect(rule.body());
            } else if (node instanceof CssNode.StyleRule rule) {
                collect(rule.body());
            } else if (node instanceof CssNode.Declaration declaration && animates(declaration.name())) {
                collectCarriers(declaration.from(), declaration.to());
            }
        }
    }

    private static boolean animates(String property) {
        return NAMES.contains(property) || SHORTHANDS.contains(property);
    }

    private void collectCarriers(int from, int to) {
        for (int at = from; at < to; at++) {
            int argument = isFunction(at, "var") ? tokens.skipSpace(at + 1, to) : to;
            if (argument < to && tokens.kind(argument) == Kind.IDENT) {
                carriers.add(tokens.name(argument));
            }
        }
    }

    /** True where a declaration's value may name keyframes. */
    boolean concerns(CssNode.Declaration declaration) {
        return animates(declaration.name()) || carriers.contains(declaration.name());
    }

    /** Renames the keyframes that {@code @keyframes} defines, its prelude being these tokens. */
    void define(int from, int to) {
        int at = tokens.skipSpace(from, to);
        if (at < to) {
            rename(at);
        }
    }

    /** Renames what a declaration uses. */
    void use(CssNode.Declaration declaration) {
        use(declaration.from(), declaration.to(), !NAMES.contains(declaration.name()));
    }

    private void use(int from, int to, boolean shorthand) {
        Set<String> seen = new HashSet<>();
        for (int at = from; at < to; at = tokens.after(at)) {
            switch (tokens.kind(at)) {
                case COMMA -> seen.clear();
                case STRING -> rename(at);
                case IDENT -> {
                    String word = tokens.name(at).toLowerCase(Locale.ROOT);
                    String kind = shorthand ? WORDS.get(word) : null;
                    boolean name = kind == null ? !word.equals("none") : !seen.add(kind);
                    if (name) {
                        rename(at);
                    }
                }
                case FUNCTION -> {
                    if (WITH_FALLBACK.contains(tokens.name(at).toLowerCase(Locale.ROOT))) {
                        use(fallback(at), tokens.match(at), shorthand);
                    }
                }
                default -> {}
            }
        }
    }

    private int fallback(int function) {
        int end = tokens.match(function);
        int at = function + 1;
        while (at < end && tokens.kind(at) != Kind.COMMA) {
            at = tokens.after(at);
        }
        return at;
    }

    private void rename(int at) {
        CssToken token = tokens.get(at);
        if (names.contains(name(at))) {
            edits.insert(token.kind() == Kind.STRING ? token.end() - 1 : token.end(), suffix);
        }
    }

    /** What a token calls keyframes; the empty text names none. */
    private String name(int at) {
        return switch (tokens.kind(at)) {
            case IDENT -> tokens.name(at);
            case STRING -> tokens.string(at);
            default -> "";
        };
    }

    private boolean isFunction(int at, String name) {
        return tokens.kind(at) == Kind.FUNCTION && tokens.name(at).equalsIgnoreCase(name);
    }
}
