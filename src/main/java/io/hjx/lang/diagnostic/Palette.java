package io.hjx.lang.diagnostic;

/**
 * The colors of rendered diagnostics, as control sequences that stand before and behind a text; empty where there are
 * no colors. Immutable.
 */
public record Palette(String error, String warning, String frame, String title, String reset) {

    /** No colors. */
    public static final Palette PLAIN = new Palette("", "", "", "", "");

    /** The eight colors that every terminal has (ECMA-48 SGR). */
    public static final Palette ANSI =
            new Palette("\u001B[1;31m", "\u001B[1;33m", "\u001B[34m", "\u001B[1m", "\u001B[0m");

    String error(String text) {
        return error + text + reset;
    }

    String warning(String text) {
        return warning + text + reset;
    }

    String frame(String text) {
        return frame + text + reset;
    }

    String title(String text) {
        return title + text + reset;
    }
}
