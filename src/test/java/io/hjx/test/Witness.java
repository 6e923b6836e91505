package io.hjx.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages have shown of the log of one instance: all that is known of a life of it that ended with a kill. A life is
 * an epoch. Confined to the test's thread.
 */
public final class Witness {

    /** The last log that each user saw, by epoch, in the order of these. */
    private final Map<String, Map<User, ListValue>> lives = new LinkedHashMap<>();

    /** Looks at a page again, which has changed perhaps. */
    void look(User user) {
        Subscription shown = user.browser().client().subscription();
        ListValue log = log(shown.state());
        ListValue before = lives.computeIfAbsent(shown.epoch(), epoch -> new LinkedHashMap<>())
                .put(user, log);
        if (before != null && log.items().size() < before.items().size()) {
            throw new AssertionError(user + " saw a log that had become shorter."
                    + user.browser().describe());
        }
    }

    /** Of a child component, nobody is sent what is as at the beginning. */
    private static ListValue log(ObjectValue state) {
        return state.properties().entrySet().stream()
                .filter(name -> name.getKey().equals("log") || name.getKey().endsWith("/log"))
                .map(name -> (ListValue) name.getValue())
                .findFirst()
                .orElse(ListValue.EMPTY);
    }

    /** How many lives there were. */
    public int lives() {
        return lives.size();
    }

    /** What was done in all lives, in order; asserts that everybody saw the same. */
    public List<String> done() {
        List<String> done = new ArrayList<>();
        lives.values().forEach(seen -> done.addAll(longest(seen.values())));
        return done;
    }

    private static List<String> longest(Collection<ListValue> seen) {
        List<Value> longest = seen.stream()
                .map(ListValue::items)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        for (ListValue log : seen) {
            assertThat(log.items())
                    .as("the log as another page has it")
                    .isEqualTo(longest.subList(0, log.items().size()));
        }
        return longest.stream().map(token -> ((StringValue) token).value()).toList();
    }
}
