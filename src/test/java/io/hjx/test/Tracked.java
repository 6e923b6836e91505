package io.hjx.test;

import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user of whom it is known how each of his events was answered. An event carries a token of its own, which the
 * handler of a control gets as {@code event.value}.
 */
public final class Tracked {

    /** What became of an event. */
    public enum Answer {
        NONE,
        DONE,
        REFUSED,
        /** The server does not know any more. */
        EXPIRED
    }

    private final User user;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    public Tracked(User user) {
        this.user = user;
    }

    public User user() {
        return user;
    }

    /** The tokens that were sent, in order, with what was answered. */
    public Map<String, Answer> answers() {
        return answers;
    }

    /** Sends an event with a token from a control, as a click on it does. */
    public void send(String control, String token) {
        Browser browser = user.browser();
        HtmlNode.Listener listener = Search.toClick(browser.page(), control, browser)
                .element()
                .listeners()
                .get(0);
        ObjectValue event = ObjectValue.of(Map.of("value", new StringValue(token)));
        answers.put(token, Answer.NONE);
        browser.client().send(new Action.Event(listener.site(), event, ObjectValue.EMPTY), error -> {
            boolean expired = error != null && error.code().equals("resume-expired");
            answers.put(token, error == null ? Answer.DONE : expired ? Answer.EXPIRED : Answer.REFUSED);
        });
    }
}
