package io.hjx.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A component's source as anybody may read it: the values under {@code secret:} are left out. Works on lines, so that a
 * file with errors gives nothing away either. Stateless.
 */
final class PublicSource {

    private static final Pattern HEADER = Pattern.compile("([ \\t]*)secret:.*");
    private static final Pattern NAME = Pattern.compile("([ \\t]*[A-Za-z_$][\\w$]*\\s*=).*");

    private PublicSource() {}

    static String of(String source) {
        List<String> shown = new ArrayList<>();
        int secretIndent = -1;
        for (String line : source.split("\\R", -1)) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                secretIndent = header.group(1).length();
                shown.add(header.group(1) + "secret:");
            } else if (secretIndent < 0 || (!line.isBlank() && indent(line) <= secretIndent)) {
                secretIndent = -1;
                shown.add(line);
            } else {
                String kept = withoutValue(line);
                if (kept != null) {
                    shown.add(kept);
                }
            }
        }
        return String.join("\n", shown);
    }

    /** A declaration without its value; null for a further line of a value. */
    private static @Nullable String withoutValue(String line) {
        Matcher declaration = NAME.matcher(line);
        if (declaration.matches()) {
            return declaration.group(1) + " …";
        }
        return line.isBlank() ? line : null;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
