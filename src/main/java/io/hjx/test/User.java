package io.hjx.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with a page of the component open, over a connection of his own. */
public final class User extends Area {

    private final Browser browser;

    User(Browser browser) {
        this.browser = browser;
    }

    @Override
    Browser browser() {
        return browser;
    }

    @Override
    Node node() {
        return browser.page();
    }

    /** The way between his browser and the server, for things to go wrong on. */
    public Network network() {
        return browser.network();
    }

    /** A name's value as his page has it: of state, computed or local names that the layout reads. */
    public @Nullable Object state(String name) {
        Subscription shown = browser.client().subscription();
        return Plain.of(
                shown.local().has(name)
                        ? shown.local().get(name)
                        : shown.state().get(name));
    }

    /** All names that his page has, with their values; those of child components behind their paths. */
    public Map<String, @Nullable Object> state() {
        Subscription shown = browser.client().subscription();
        Map<String, @Nullable Object> all = Plain.map(shown.state().properties());
        all.putAll(Plain.map(shown.local().properties()));
        return all;
    }

    /** The events that {@code broadcast} and {@code emit} have sent him, in order. */
    public List<LiveEvent> events() {
        return List.copyOf(browser.events());
    }

    /** What was refused to him, in order; also what he was told of later than by a {@link RefusedError}. */
    public List<LiveError> errors() {
        return List.copyOf(browser.errors());
    }

    /** Whether everything that he did has been answered. */
    public boolean isUpToDate() {
        return browser.client().isCalm();
    }

    /** Closes his page for good. */
    public void leave() {
        browser.client().close();
    }

    @Override
    public String toString() {
        return browser.name();
    }
}
