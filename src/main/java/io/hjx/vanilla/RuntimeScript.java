package io.hjx.vanilla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of the browser runtime that a page without a server needs, as one text: each behind those that it
 * imports. Confined to one reading.
 *
 * <p>Their top-level names differ, so that they stand side by side as they are. A module that another imports as a
 * whole ({@code import * as}) becomes a function that is called at once, and gives back what it exports.
 */
final class RuntimeScript {

    /** What compiled components import, and what starts them. */
    private static final List<String> ENTRIES =
            List.of("dom.js", "inputs.js", "loops.js", "uses.js", "attributes.js", "pace.js", "local/start.js");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export) (\\{[^}]*}|\\* as \\w+) from \"(.+)\";\n");
    private static final Pattern EXPORTED =
            Pattern.compile("(?m)^export (?=(?:async )?(?:const|let|class|function\\*?) (\\w+))");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(?:export )?(?:async )?(?:const|let|class|function\\*?) (\\w+)");

    private final Path folder;
    private final Set<Path> begun = new HashSet<>();
    private final Map<Path, String> modules = new LinkedHashMap<>();
    /** What whole modules are called, and the single names that others import from them. */
    private final Map<Path, String> wholes = new LinkedHashMap<>();

    private final Map<Path, Set<String>> picked = new LinkedHashMap<>();

    private RuntimeScript(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the text.
     *
     * @param folder of the browser runtime
     * @throws IllegalStateException where two modules have the same top-level name
     */
    static String read(Path folder) throws IOException {
        RuntimeScript script = new RuntimeScript(folder);
        for (String entry : ENTRIES) {
            script.load(folder.resolve(entry));
        }
        return script.write();
    }

    private void load(Path module) throws IOException {
        // Two modules may import each other, as long as neither needs the other while it is loaded
        if (!begun.add(module)) {
            return;
        }
        String text = Files.readString(module);
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            Path imported = module.resolveSibling(imports.group(2)).normalize();
            load(imported);
            String names = imports.group(1);
            if (names.startsWith("*")) {
                wholes.put(imported, names.substring("* as ".length()));
            } else {
                Stream.of(names.split("[{},\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .forEach(picked.computeIfAbsent(imported, key -> new TreeSet<>())::add);
            }
        }
        modules.put(module, text);
    }

    private String write() {
        StringBuilder all = new StringBuilder();
        Set<String> names = new LinkedHashSet<>();
        modules.forEach((module, text) -> {
            String body = IMPORT.matcher(text)
                    .replaceAll("")
                    .replaceFirst("^// @ts-check\n", "")
                    .strip();
            if (body.isEmpty()
                    || EXPORTED.matcher(body).replaceAll("").isBlank()
                    || !DECLARED.matcher(body).find()) {
                return;
            }
            all.append("// hjx/")
                    .append(folder.relativize(module).toString().replace('\\', '/'))
                    .append('\n');
            String part = wholes.containsKey(module)
                    ? whole(module, body)
                    : EXPORTED.matcher(body).replaceAll("");
            DECLARED.matcher(part)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> distinct(name, names, module));
            all.append(part).append("\n\n");
        });
        return all.toString();
    }

    private static void distinct(String name, Set<String> names, Path module) {
        if (!names.add(name)) {
            throw new IllegalStateException("`" + name + "` of " + module + " is there twice: rename one of both");
        }
    }

    private String whole(Path module, String body) {
        String exports =
                EXPORTED.matcher(body).results().map(found -> found.group(1)).collect(Collectors.joining(", "));
        String inside = EXPORTED.matcher(body).replaceAll("").replaceAll("(?m)^(?=.)", "  ");
        String name = wholes.get(module);
        String picks = String.join(", ", picked.getOrDefault(module, Set.of()));
        return "const " + name + " = (() => {\n" + inside + "\n\n  return { " + exports + " };\n})();\n"
                + (picks.isEmpty() ? "" : "const { " + picks + " } = " + name + ";");
    }
}
