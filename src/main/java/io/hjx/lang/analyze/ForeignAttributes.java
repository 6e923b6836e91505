package io.hjx.lang.analyze;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes that mean something to other frameworks and nothing here, with what is written instead. */
final class ForeignAttributes {

    private static final String CONDITION = "write `if (…):` on a line of its own, and the element below it";
    private static final String BINDING = "write `bind value <-> name`";
    private static final String TEXT = "write the text behind the colon: `: \"{{…}}\"`";
    private static final String MARKUP = "text is never markup here: write elements, and texts in quotes";

    private static final Map<String, String> WHOLE = Map.of(
            "x-data", "declare the names in `state:` or `local:`",
            "x-init", "give the names their values where they are declared",
            "className", "write `class=\"…\"`",
            "htmlFor", "write `for=\"…\"`",
            "dangerouslySetInnerHTML", MARKUP);

    /** Vue's, Alpine's and Angular's directives by what follows the prefix. */
    private static final Map<String, String> DIRECTIVES = Map.ofEntries(
            Map.entry("if", CONDITION),
            Map.entry("show", CONDITION),
            Map.entry("else-if", "write `else if (…):`, as deep as its `if`"),
            Map.entry("else", "write `else:`, as deep as its `if`"),
            Map.entry("for", "write `for (item in list):` on a line of its own, and the element below it"),
            Map.entry("repeat", "write `for (item in list):` on a line of its own, and the element below it"),
            Map.entry("model", BINDING),
            Map.entry("text", TEXT),
            Map.entry("html", MARKUP));

    private static final Set<String> PREFIXES = Set.of("v", "x", "ng");

    private ForeignAttributes() {}

    /** What to write instead, or null for an attribute that may well be meant. */
    static @Nullable String help(String name) {
        String whole = WHOLE.get(name);
        if (whole != null) {
            return whole;
        }
        int colon = name.indexOf(':');
        if (colon < 0) {
            return directive(name);
        }
        String argument = name.substring(colon + 1);
        return switch (name.substring(0, colon)) {
            case "bind" -> "write `bind " + argument + " <-> name`";
            case "v-on", "x-on" -> "write `on " + argument + " -> handler`";
            case "v-bind", "x-bind" -> "write `" + argument + ": expression` in parentheses";
            case "class" -> "write `class " + argument + ": condition` in parentheses";
            default -> directive(name.substring(0, colon));
        };
    }

    private static @Nullable String directive(String name) {
        int dash = name.indexOf('-');
        if (dash < 0 || !PREFIXES.contains(name.substring(0, dash))) {
            return null;
        }
        String rest = name.substring(dash + 1);
        boolean event = rest.equals("click") || rest.equals("change") || rest.equals("submit");
        return event ? "write `on " + rest + " -> handler`" : DIRECTIVES.get(rest.split("\\.", 2)[0]);
    }
}
