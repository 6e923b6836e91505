package io.hjx.api;

/**
 * Components in pages that an application writes itself: by a servlet, with Jakarta Pages, or with Faces. Thread-safe.
 *
 * <p>CDI injects it ({@code @Inject Hjx hjx}); in expressions it is called {@code hjx}. It works while a request is
 * being answered, and shows what the user of that request may see.
 */
public interface Hjx {

    /**
     * What the {@code head} of a page with components holds, once: a style sheet and the module that makes them live.
     */
    Markup head();

    /**
     * A component's place with the HTML of its present state, which the browser then keeps up to date; before it the
     * links to its style and its module, where the page has none yet.
     *
     * <p>Where it may not be seen, or does not exist, a message stands in its place, and the rest of the page is not
     * disturbed. An instance whose script has to start first is waited for, but not long: in its place comes nothing
     * then until the browser has fetched it. Whether the first HTML may be cached is for the page to say; it is this
     * user's.
     *
     * @param name of the component
     * @param key of the instance; empty for the one without
     * @throws IllegalStateException where the component is of {@code scope session}, there is no session yet, and the
     *     response has already begun to leave
     */
    Markup render(String name, String key);

    /** The instance without a key. */
    default Markup render(String name) {
        return render(name, "");
    }
}
