package io.hjx.lang.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which module of the browser runtime a helper comes from: what few layouts need, only these load. Stateless. */
final class RuntimeModules {

    private static final String CORE = "dom.js";

    private static final Map<String, String> RARE = Map.of(
            "bind", "inputs.js",
            "each", "loops.js",
            "debounce", "pace.js",
            "throttle", "pace.js",
            "href", "attributes.js",
            "property", "attributes.js",
            "styles", "attributes.js",
            "outerClass", "uses.js",
            "slot", "uses.js",
            "use", "uses.js");

    private RuntimeModules() {}

    /** The helpers by module, the core first; in each the order is kept. */
    static Map<String, List<String>> of(Collection<String> helpers) {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        modules.put(CORE, new ArrayList<>());
        for (String helper : helpers) {
            modules.computeIfAbsent(RARE.getOrDefault(helper, CORE), file -> new ArrayList<>())
                    .add(helper);
        }
        return modules;
    }
}
