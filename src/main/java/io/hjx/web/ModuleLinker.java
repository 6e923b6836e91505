package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the placeholders in a compiled module's imports into addresses relative to the module's own, which hold under
 * any context path.
 */
final class ModuleLinker {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^((?:import|export)\\b[^\\n]*?)([\"'])hjx:(runtime|component)/([\\w./-]+)\\2");

    private final String runtimeHash;

    ModuleLinker(String runtimeHash) {
        this.runtimeHash = runtimeHash;
    }

    /** The component's module as browsers get it. */
    String link(CompiledComponent component) {
        return IMPORT.matcher(component.module())
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + '"' + address(component, found.group(3), found.group(4)) + '"'));
    }

    private String address(CompiledComponent component, String kind, String name) {
        if (kind.equals("runtime")) {
            return "../../hjx/" + runtimeHash + "/" + name;
        }
        CompiledComponent imported = component.imported(name);
        return "../" + imported.hash() + "-" + runtimeHash + "/" + imported.name() + ".js";
    }
}
