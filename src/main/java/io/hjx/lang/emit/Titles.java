package io.hjx.lang.emit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of components as people write them. */
public final class Titles {

    private static final Pattern BEFORE_WORD =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|_+");

    private Titles() {}

    /** {@code SharedNote} becomes {@code Shared note}; a word all in capitals stays. */
    public static String of(String name) {
        List<String> words = BEFORE_WORD.splitAsStream(name).toList();
        StringBuilder title = new StringBuilder(words.isEmpty() ? name : words.get(0));
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            title.append(' ').append(capitals ? word : word.toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }
}
