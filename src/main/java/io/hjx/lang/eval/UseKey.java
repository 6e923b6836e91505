package io.hjx.lang.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One step of the way to a child component: {@code [use, key]} on the wire.
 *
 * @param use the number of the use's element
 * @param key the loop keys around the use, each percent-encoded, with commas between; empty outside loops
 */
public record UseKey(int use, String key) {

    private static final Pattern POSITION = Pattern.compile("(?:^|,)(?:0|[1-9][0-9]*)(?:,|$)");

    /** The steps of a path as it stands in front of a child's keys: {@code 3:k1,7/5:/}. */
    static List<UseKey> steps(String path) {
        List<UseKey> steps = new ArrayList<>();
        for (int start = 0, end; start < path.length(); start = end + 1) {
            int colon = path.indexOf(':', start);
            end = path.indexOf('/', colon);
            steps.add(new UseKey(Integer.parseInt(path.substring(start, colon)), path.substring(colon + 1, end)));
        }
        return steps;
    }

    /** The path that these steps make, in front of the keys of the component where they lead. */
    public static String path(List<UseKey> steps) {
        StringBuilder path = new StringBuilder();
        steps.forEach(step -> path.append(step.use).append(':').append(step.key).append('/'));
        return path.toString();
    }

    /** True where one of the loop keys may be a position: it is written as one. */
    boolean mayHoldPosition() {
        return POSITION.matcher(key).find();
    }
}
