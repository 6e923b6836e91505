package io.hjx.lang.parse;

import io.hjx.lang.source.SourceFile;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What components may be called. */
final class ComponentNames {

    private ComponentNames() {}

    static boolean isValid(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    static boolean isPascalCase(String name) {
        return name.matches("[A-Z][A-Za-z0-9]*");
    }

    /** The name of a component whose file does not say it: {@code NoTitle} for {@code no-title.hjx}. */
    static String of(SourceFile source) {
        return pascalCase(source.baseName());
    }

    /** The words of a text, each with a capital letter; never empty and always a valid name. */
    static String pascalCase(String text) {
        String joined = Arrays.stream(text.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        if (joined.isEmpty()) {
            return "Component";
        }
        return Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    }
}
