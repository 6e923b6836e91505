package io.hjx.lang.emit;

import io.hjx.lang.diagnostic.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the at-rules of CSS hold. */
enum CssAtRule {
    /** Rules like those outside. */
    GROUP("media", "supports", "container", "layer", "scope", "starting-style", "-moz-document"),
    /** Keyframes, whose selectors are times. */
    KEYFRAMES("keyframes", "-webkit-keyframes", "-moz-keyframes"),
    /** Descriptors, at most in further blocks with names of their own. */
    DESCRIPTORS(
            "font-face",
            "page",
            "property",
            "function",
            "counter-style",
            "font-feature-values",
            "font-palette-values",
            "position-try",
            "view-transition",
            "color-profile",
            "stylistic",
            "historical-forms",
            "styleset",
            "character-variant",
            "swash",
            "ornaments",
            "annotation",
            "top-left-corner",
            "top-left",
            "top-center",
            "top-right",
            "top-right-corner",
            "bottom-left-corner",
            "bottom-left",
            "bottom-center",
            "bottom-right",
            "bottom-right-corner",
            "left-top",
            "left-middle",
            "left-bottom",
            "right-top",
            "right-middle",
            "right-bottom"),
    /** Nothing: they end with a semicolon. */
    STATEMENT("charset", "namespace", "import", "custom-media");

    private static final Map<String, CssAtRule> BY_NAME = index();

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that never change
    private final List<String> names;

    CssAtRule(String... names) {
        this.names = List.of(names);
    }

    private static Map<String, CssAtRule> index() {
        Map<String, CssAtRule> index = new HashMap<>();
        for (CssAtRule kind : values()) {
            kind.names.forEach(name -> index.put(name, kind));
        }
        return Map.copyOf(index);
    }

    /** The nearest name to one that CSS has not, or null where none is near. */
    static @Nullable String nearest(String name) {
        return NearestName.of(name, BY_NAME.keySet().stream().sorted().toList());
    }

    /** The kind of the rule with this name in lower case, or null where CSS has none. */
    static @Nullable CssAtRule find(String name) {
        return BY_NAME.get(name);
    }
}
