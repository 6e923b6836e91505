package io.hjx.test;

import org.jspecify.annotations.Nullable;

/**
 * An element of a user's page, which it stays while the page changes around it, as long as its item is there.
 *
 * <pre>{@code
 * anna.find("listitem", "Milk").click("Delete");
 * }</pre>
 */
public final class Element extends Area {

    private final Browser browser;
    private final Node found;

    Element(Browser browser, Node found) {
        this.browser = browser;
        this.found = found;
    }

    @Override
    Browser browser() {
        return browser;
    }

    @Override
    Node node() {
        return browser.page()
                .all()
                .filter(node -> node.key().equals(found.key()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("The " + Search.called(found) + " is gone." + browser.describe()));
    }

    /** The name in HTML. */
    public String tag() {
        return node().tag();
    }

    /** What it is for assistive technology; {@code generic} where it means nothing by itself. */
    public String role() {
        return Roles.of(node());
    }

    /** What assistive technology calls it; empty where it has no name. */
    public String name() {
        return AccessibleName.of(node());
    }

    /** An attribute's value; empty for one without a value, null for one that is not there. */
    public @Nullable String attribute(String name) {
        return node().attribute(name);
    }

    /** What a field holds. */
    public String value() {
        return Fields.text(node());
    }

    /** Whether its box is ticked. */
    public boolean isChecked() {
        return node().has("checked");
    }

    /** Whether it, or what it stands in, takes no input. */
    public boolean isDisabled() {
        return node().isDisabled();
    }

    /** Clicks it. */
    public void click() {
        act(() -> browser.hands().click(node()));
    }

    /** Types a text into it, in the place of what it holds. */
    public void type(String text) {
        act(() -> browser.hands().type(node(), text));
    }

    /** Gives it the focus and presses a key. */
    @Override
    public void press(String key) {
        act(() -> {
            browser.hands().focus(node());
            browser.hands().press(key);
        });
    }

    /** Calls it as messages do: {@code button "Save"}. */
    @Override
    public String toString() {
        return Search.called(found);
    }
}
