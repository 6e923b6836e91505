package io.hjx.lang.eval;

import java.util.List;

/**
 * Which binding of the page a client means.
 *
 * @param site the binding's number in its component
 * @param at the way from the root to that component; empty for the root
 * @param items the items of the loops around the binding, outermost first
 */
public record SiteRef(int site, List<UseKey> at, List<ItemKey> items) {

    /**
     * True where an item, of the loops around the binding or around a use on the way to it, may be meant by its
     * position. A use's key does not say whether its numbers are keys or positions, so any number counts.
     */
    public boolean mayHoldPosition() {
        return items.stream().anyMatch(ItemKey::positional) || at.stream().anyMatch(UseKey::mayHoldPosition);
    }
}
