package io.hjx.lang.emit;

import java.util.List;

/**
 * What is always the same at the beginning of an element's HTML. Immutable.
 *
 * @param bare the tag's name and the attribute of {@link ScopeName}: {@code <td h-1a2b3c}
 * @param text the same with the first attributes, as far as they never change: {@code <td h-1a2b3c class="name"}
 * @param fixed how many attributes that are
 */
record Opening(String bare, String text, int fixed) {

    static Opening of(String name, String mark, List<Attribution> attributes) {
        String bare = "<" + name + " " + mark;
        StringBuilder text = new StringBuilder(bare);
        int count = 0;
        while (count < attributes.size() && attributes.get(count) instanceof Attribution.Fixed fixed) {
            Html.attribute(text, fixed.name(), fixed.value());
            count++;
        }
        return new Opening(bare, text.toString(), count);
    }
}
