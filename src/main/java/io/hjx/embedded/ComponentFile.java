package io.hjx.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of a component that a program names. Immutable. */
record ComponentFile(Path file, String name) {

    private static final Pattern HEADER =
            Pattern.compile("^\\uFEFF?component[ \\t]+([A-Za-z][A-Za-z0-9_]*)", Pattern.MULTILINE);

    /**
     * Looks into the file for the component's name; the compiler says later whether all else is well.
     *
     * @throws IllegalArgumentException where there is no such file, or no component in it
     */
    static ComponentFile of(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The component " + path + " cannot be read", unreadable);
        }
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw new IllegalArgumentException(path + " is no component: it has no line like `component Dashboard`");
        }
        return new ComponentFile(path, header.group(1));
    }

    /** The settings that have it served. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("hjx.component", name);
        Path folder = file.getParent();
        if (folder != null) {
            settings.put("hjx.components", folder.toString());
        }
        return settings;
    }
}
