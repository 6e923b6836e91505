package io.hjx.lang.emit;

/** A text as it is being changed from front to back. Confined to one call. */
final class CssEdits {

    private final String text;
    private final StringBuilder out;
    private int copied;

    CssEdits(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + text.length() / 4);
    }

    /** Puts {@code added} before the character at {@code offset}, which lies behind every earlier edit. */
    void insert(int offset, String added) {
        replace(offset, offset, added);
    }

    /** Puts {@code added} in the place of a range, which lies behind every earlier edit. */
    void replace(int start, int end, String added) {
        out.append(text, copied, start).append(added);
        copied = end;
    }

    /** The changed text; ends this object's use. */
    String finish() {
        return out.append(text, copied, text.length()).toString();
    }
}
