package io.hjx.benchmarks.live;

import java.nio.charset.StandardCharsets;

/** Looks into frames as far as measuring needs it, without making anything of them. */
final class Frames {

    private static final byte[] COUNT = "\"n\":".getBytes(StandardCharsets.US_ASCII);

    private Frames() {}

    /** The number that a frame says; -1 where it says none. */
    static long count(byte[] bytes, int from, int to) {
        int at = find(bytes, from, to, COUNT);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + COUNT.length; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    /** Where an ASCII text begins in a frame; -1 where it does not stand there. */
    static int find(byte[] bytes, int from, int to, String text) {
        return find(bytes, from, to, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int find(byte[] bytes, int from, int to, byte[] text) {
        for (int i = from; i + text.length <= to; i++) {
            int same = 0;
            while (same < text.length && bytes[i + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return i;
            }
        }
        return -1;
    }
}
