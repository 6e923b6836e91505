package io.hjx.lang.emit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which attribute values are left out because a browser would run or fetch what they say. */
final class Safety {

    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "poster", "xlink:href");
    private static final Pattern IGNORED = Pattern.compile("[\\x00-\\x20\\x7f-\\x9f]+");
    private static final Pattern CODE =
            Pattern.compile("^(javascript:|vbscript:|data:text/html)", Pattern.CASE_INSENSITIVE);
    /** The same as {@code UNSAFE} of {@code attributes.js}. */
    private static final Pattern STYLE = Pattern.compile(
            "[;{}\\\\]|/\\*|//|\\b(?:url|src)\\(\\s*[\"']?\\s*(?!data:)[a-z][a-z0-9+.-]*:", Pattern.CASE_INSENSITIVE);

    private static final Pattern STRING = Pattern.compile("\"[^\"\\n\\r\\f]*\"|'[^'\\n\\r\\f]*'");

    private Safety() {}

    /** True for an attribute that holds an address, in any case: HTML's attributes have none. */
    static boolean isAddress(String attribute) {
        return ADDRESSES.contains(attribute.toLowerCase(Locale.ROOT));
    }

    /** False for an address that would run code, in any case and however it is spaced. */
    static boolean addressAllowed(String value) {
        return !CODE.matcher(IGNORED.matcher(value).replaceAll("")).find();
    }

    /** False for a declaration's value that reaches beyond its declaration or to a foreign address. */
    static boolean styleAllowed(String value) {
        return !STYLE.matcher(value).find() && balanced(STRING.matcher(value).replaceAll(""));
    }

    /** True where brackets end inside the value, and no string is left open. */
    private static boolean balanced(String withoutStrings) {
        int depth = 0;
        for (int i = 0; i < withoutStrings.length() && depth >= 0; i++) {
            switch (withoutStrings.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '"', '\'' -> depth = -1;
                default -> {}
            }
        }
        return depth == 0;
    }
}
