package io.hjx.test;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what users' pages show with what the server says, which each client asks once more. */
final class Convergence {

    /**
     * Longer than it takes to find out that a connection is dead, to wait as long as clients ever do, and to resume.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int MOST_QUESTIONS = 180;

    private final List<User> users;
    private final Time time;
    private final Object test;

    /** @param test says which test it is, for people */
    Convergence(List<User> users, Time time, Object test) {
        this.users = users;
        this.time = time;
        this.test = test;
    }

    void check() {
        List<Browser> browsers = users.stream()
                .map(User::browser)
                .filter(browser -> !browser.client().hasEnded())
                .toList();
        browsers.forEach(this::requireNetwork);
        time.await(() -> allCalm(browsers), PATIENCE);
        for (Browser browser : browsers) {
            if (!browser.client().isCalm()) {
                fail(browser, "is not up to date after " + PATIENCE.toSeconds() + " seconds");
            }
        }
        browsers.forEach(this::compare);
    }

    private static boolean allCalm(List<Browser> browsers) {
        return browsers.stream().allMatch(browser -> browser.client().isCalm());
    }

    private void requireNetwork(Browser browser) {
        String trouble = browser.network().trouble();
        if (!trouble.isEmpty()) {
            fail(browser, "cannot be up to date: the network is " + trouble);
        }
    }

    /** While the state goes on changing, the answer may be of another version than the page: then once more. */
    private void compare(Browser browser) {
        for (int i = 0; i < MOST_QUESTIONS; i++) {
            Comparison comparison = new Comparison(browser);
            browser.client().audit(comparison::answered);
            time.await(() -> comparison.answered, PATIENCE);
            if (comparison.sameVersion) {
                return;
            }
        }
        fail(browser, "never has the version that the server has");
    }

    /** One question to the server. */
    private final class Comparison {

        private final Browser browser;
        private boolean answered;
        private boolean sameVersion;

        Comparison(Browser browser) {
            this.browser = browser;
        }

        void answered(ObjectValue told) {
            Subscription shown = browser.client().subscription();
            answered = true;
            sameVersion = Subscription.text(told, "epoch").equals(shown.epoch())
                    && Subscription.number(told, "version") == shown.version();
            if (sameVersion) {
                compare(browser, told);
            }
        }
    }

    private void compare(Browser browser, ObjectValue told) {
        Subscription shown = browser.client().subscription();
        ObjectValue state = Subscription.object(told, "state");
        ObjectValue own = Subscription.object(told, "local");
        compare(browser, "state", shown.state(), state);
        compare(browser, "own names", shown.local(), own);
        String html = HtmlPrinter.print(browser.render(shown.state(), shown.local()));
        if (!html.equals(HtmlPrinter.print(browser.render(state, own)))) {
            fail(browser, "shows something else than the server's state makes");
        }
    }

    private void compare(Browser browser, String what, ObjectValue here, ObjectValue there) {
        if (here.equals(there)) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(there.properties().keySet());
        names.addAll(here.properties().keySet());
        StringBuilder difference = new StringBuilder();
        for (String name : names) {
            if (!here.get(name).equals(there.get(name))) {
                difference
                        .append("\n  ")
                        .append(name)
                        .append(": the page has ")
                        .append(Json.print(here.get(name)))
                        .append(", the server ")
                        .append(Json.print(there.get(name)));
            }
        }
        fail(browser, "has another " + what + " than the server:" + difference);
    }

    private void fail(Browser browser, String what) {
        throw new AssertionError(browser.name() + " " + what + " (" + test + ")." + browser.describe());
    }
}
