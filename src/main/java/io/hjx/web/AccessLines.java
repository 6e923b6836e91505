package io.hjx.web;

import io.hjx.lang.CompiledComponent;

/** What a component's {@code access:} lines mean for caches. */
final class AccessLines {

    private AccessLines() {}

    /** True where not everybody may see the component, or one that it uses. */
    static boolean restrictView(CompiledComponent component) {
        return component.model().file().access().stream()
                        .anyMatch(line -> line.name().text().equals("view"))
                || component.imports().stream().anyMatch(AccessLines::restrictView);
    }
}
