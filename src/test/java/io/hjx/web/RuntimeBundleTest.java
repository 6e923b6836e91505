package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which modules of the browser runtime are bundled into which file, as {@code config/runtime/build.xml} says. */
class RuntimeBundleTest {

    private static final Path FOLDER = Path.of("src/main/webapp/hjx");
    private static final Pattern STATIC = Pattern.compile("(?m)^(?:import|export)\\b[^;\"(]*\"\\./([\\w/]+\\.js)\"");
    private static final Pattern LAZY =
            Pattern.compile("await import\\(\"\\./([\\w/]+\\.js)\"\\)|= import\\(\"\\./([\\w/]+\\.js)\"\\)");

    /** Functions without state, of which two files may have a copy each. */
    private static final String COPIED = "expr.js";

    @Test
    void everyModule_isInOneFileAlone() throws IOException {
        var homes = new TreeMap<String, Set<String>>();
        for (String entry : entries()) {
            for (String module : behind(entry)) {
                homes.computeIfAbsent(module, key -> new TreeSet<>()).add(entry);
            }
        }

        assertThat(homes.entrySet())
                .filteredOn(home -> home.getValue().size() > 1)
                .isEmpty();
        assertThat(homes.keySet()).containsAll(modules());
    }

    @Test
    void entries_areExternalToEachOther() throws IOException {
        Set<String> external = found(Pattern.compile("--external:\\./([\\w.]+)"), build());
        external.add(COPIED);

        assertThat(external).isEqualTo(entries());
    }

    @Test
    void modulesThatAreLoadedWhenNeeded_areEntries() throws IOException {
        for (String module : modules()) {
            assertThat(entries()).as(module).containsAll(found(LAZY, Files.readString(FOLDER.resolve(module))));
        }
    }

    /** esbuild gives each file names of its own: what is called from another file must keep its name. */
    @Test
    void shortenedNames_areUsedInOneFileAlone() throws IOException {
        for (String name : shortened()) {
            Pattern use = Pattern.compile("\\." + name + "\\b|(?<![\\w#.])" + name + "\\s*[(:,}]");
            Set<String> users = new TreeSet<>();
            for (String entry : entries()) {
                for (String module : behind(entry)) {
                    if (use.matcher(code(module)).find()) {
                        users.add(entry);
                    }
                }
            }
            assertThat(users).as(name).hasSize(1);
        }
    }

    private static Set<String> shortened() throws IOException {
        Matcher names = Pattern.compile("--mangle-props=\\^\\(on\\(([^)]*)\\)\\|([^)]*)\\)\\$")
                .matcher(build());
        assertThat(names.find()).isTrue();
        Set<String> all = new TreeSet<>(Set.of(names.group(2).split("\\|")));
        Stream.of(names.group(1).split("\\|")).forEach(event -> all.add("on" + event));
        return all;
    }

    /** A module without its comments. */
    private static String code(String module) throws IOException {
        return Files.readString(FOLDER.resolve(module)).replaceAll("/\\*[\\s\\S]*?\\*/|(?m)^\\s*//.*$", "");
    }

    /** The entry and what it imports, but for other entries. */
    private static Set<String> behind(String entry) throws IOException {
        Set<String> reached = new TreeSet<>(Set.of(entry));
        Set<String> fresh = new TreeSet<>(reached);
        while (!fresh.isEmpty()) {
            Set<String> next = new TreeSet<>();
            for (String module : fresh) {
                next.addAll(found(STATIC, Files.readString(FOLDER.resolve(module))));
            }
            next.removeAll(entries());
            next.removeAll(reached);
            reached.addAll(next);
            fresh = next;
        }
        return reached;
    }

    private static Set<String> entries() throws IOException {
        return found(Pattern.compile("\\$\\{source}/(\\w+\\.js)\""), build());
    }

    private static Set<String> modules() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .toList());
        }
    }

    private static String build() throws IOException {
        return Files.readString(Path.of("config/runtime/build.xml"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(result -> {
            for (int group = 1; group <= result.groupCount(); group++) {
                if (result.group(group) != null) {
                    found.add(result.group(group));
                }
            }
        });
        return found;
    }
}
