package io.hjx.test;

import java.util.List;
import java.util.function.Predicate;

/**
 * A part of a user's page: what is in it is found, read and used as people do it. Elements are named by what assistive
 * technology calls them: a field by its label, a button by its text. What is hidden is not found.
 *
 * <p>Every action ends when the server has done what follows from it at once. An action that the server refuses throws
 * {@link RefusedError}; whatever is not there throws an {@link AssertionError} that shows the page.
 */
public abstract sealed class Area permits LiveTest, User, Element {

    Area() {}

    abstract Browser browser();

    /** Its outermost element as it is now. */
    abstract Node node();

    // ---- finding and reading

    /**
     * The one element of a role and name: {@code find("button", "Save")}. Where none has that name, as items of lists
     * have none, it is the one in which something shows exactly this text: {@code find("listitem", "Milk")}.
     */
    public Element find(String role, String name) {
        return new Element(browser(), Search.byRole(node(), role, name, browser()));
    }

    /** The one element of a role. */
    public Element find(String role) {
        return new Element(browser(), Search.byRole(node(), role, browser()));
    }

    /** All elements of a role, in order; none where there are none. */
    public List<Element> all(String role) {
        return Search.byRole(node(), role).stream()
                .map(found -> new Element(browser(), found))
                .toList();
    }

    /** Everything that it shows, as text: of white space, one space is left. */
    public String text() {
        return node().text();
    }

    /**
     * The text of the one element that a selector finds.
     *
     * @param selector a tag or a role ({@code output}, {@code heading}), an id ({@code #total}) or a class
     *     ({@code .total})
     */
    public String text(String selector) {
        return Search.bySelector(node(), selector, browser()).text();
    }

    /** Its HTML for people, with what has been typed, and without what is only for machines. */
    public String html() {
        return HtmlPrinter.print(node().element());
    }

    /** Asserts that these texts are shown. */
    public void see(String... texts) {
        for (String text : texts) {
            if (!text().contains(text)) {
                throw new AssertionError(
                        "\"" + text + "\" is not shown." + browser().describe());
            }
        }
    }

    /** Asserts that these texts are not shown. */
    public void dontSee(String... texts) {
        for (String text : texts) {
            if (text().contains(text)) {
                throw new AssertionError(
                        "\"" + text + "\" is shown." + browser().describe());
            }
        }
    }

    // ---- acting

    /** Clicks the button, link or other control of a name; where there is none, what shows exactly this text. */
    public void click(String name) {
        act(() -> browser().hands().click(Search.toClick(node(), name, browser())));
    }

    /** Types a text into a field, in the place of what it holds. */
    public void type(String field, String text) {
        act(() -> browser().hands().type(field(field, Roles::isTyped), text));
    }

    /** Checks a box or chooses a radio button; does nothing where that is so. */
    public void check(String field) {
        act(() -> set(field(field, Fields::isCheck), true));
    }

    /** Unchecks a box; does nothing where that is so. */
    public void uncheck(String field) {
        act(() -> set(field(field, Fields::isCheck), false));
    }

    private void set(Node box, boolean on) {
        if (box.has("checked") != on) {
            browser().hands().click(box);
        }
    }

    /** Chooses options of a {@code select}, by what they show; those that are not named are not chosen. */
    public void select(String field, String... options) {
        act(() -> {
            Node select = field(field, node -> node.tag().equals("select"));
            List<String> values = List.of(options).stream()
                    .map(option -> Fields.optionValue(Search.byRole(select, "option", option, browser())))
                    .toList();
            browser().hands().select(select, values);
        });
    }

    /** Presses a key where the focus is: {@code Enter}, {@code Escape}, {@code ArrowDown}. */
    public void press(String key) {
        act(() -> browser().hands().press(key));
    }

    /** Sends the one form. */
    public void submit() {
        act(() -> browser().hands().submit(Search.bySelector(node(), "form", browser())));
    }

    private Node field(String name, Predicate<Node> kind) {
        return Search.field(node(), name, kind, browser());
    }

    final void act(Runnable doing) {
        browser().act(doing);
    }
}
