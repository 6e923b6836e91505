package io.hjx.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of components as people write them. */
final class Titles {

    private static final Pattern BEFORE_WORD =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|_+");

    private Titles() {}

    /** {@code SharedNote} becomes {@code Shared note}; a word all in capitals stays. */
    static String of(String name) {
        String[] words = BEFORE_WORD.split(name);
        StringBuilder title = new StringBuilder(words.length == 0 ? name : words[0]);
        for (int i = 1; i < words.length; i++) {
            boolean capitals = words[i].length() > 1 && words[i].equals(words[i].toUpperCase(Locale.ROOT));
            title.append(' ').append(capitals ? words[i] : words[i].toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }
}
