package io.hjx.lang.eval;

import java.util.regex.Pattern;

/**
 * One step of the way to a child component: {@code [use, key]} on the wire.
 *
 * @param use the number of the use's element
 * @param key the loop keys around the use, each percent-encoded, with commas between; empty outside loops
 */
public record UseKey(int use, String key) {

    private static final Pattern POSITION = Pattern.compile("(?:^|,)(?:0|[1-9][0-9]*)(?:,|$)");

    /** True where one of the loop keys may be a position: it is written as one. */
    boolean mayHoldPosition() {
        return POSITION.matcher(key).find();
    }
}
