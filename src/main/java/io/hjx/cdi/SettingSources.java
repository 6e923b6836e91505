package io.hjx.cdi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, by the names that they have there. Immutable.
 *
 * @param entries the application's environment entries, which a server's console can set
 * @param properties system properties
 * @param variables environment variables
 */
record SettingSources(Map<String, String> entries, Map<String, String> properties, Map<String, String> variables) {

    private static final System.Logger LOG = System.getLogger(SettingSources.class.getName());
    private static final String ENTRIES = "java:comp/env";

    /** A value and where it stands. */
    record Given(String value, String place) {}

    /** The sources of this deployment, as far as they concern us. */
    /**
     * What there is.
     *
     * @param entries that go before those of the container
     */
    static SettingSources present(Map<String, String> entries) {
        Map<String, String> properties = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(Setting.PREFIX)) {
                properties.put(name, System.getProperty(name, ""));
            }
        }
        Map<String, String> variables = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(Setting.VARIABLE_PREFIX)) {
                variables.put(name, value);
            }
        });
        Map<String, String> all = presentEntries();
        all.putAll(entries);
        return new SettingSources(all, properties, variables);
    }

    /** Listed, so that a misspelled one is found; and looked up by name, because some servers list nothing. */
    private static Map<String, String> presentEntries() {
        Map<String, String> entries = new HashMap<>();
        try {
            Context context = (Context) new InitialContext().lookup(ENTRIES);
            NamingEnumeration<NameClassPair> names = context.list("");
            while (names.hasMore()) {
                addEntry(entries, context, names.next().getName());
            }
            Stream.of(Setting.values()).forEach(setting -> addEntry(entries, context, setting.property()));
        } catch (NamingException none) {
            LOG.log(System.Logger.Level.DEBUG, "There are no environment entries", none);
        }
        return entries;
    }

    private static void addEntry(Map<String, String> entries, Context context, String name) {
        if (!name.startsWith(Setting.PREFIX)) {
            return;
        }
        try {
            entries.put(name, String.valueOf(context.lookup(name)));
        } catch (NamingException missing) {
            LOG.log(System.Logger.Level.TRACE, "No entry {0}", name);
        }
    }

    /** The value that counts; null where the setting is nowhere. An empty one counts as not given. */
    @Nullable Given find(Setting setting) {
        List<Given> given = Stream.of(
                        given(entries, setting.property(), "entry"),
                        given(properties, setting.property(), "system property"),
                        given(variables, setting.variable(), "environment variable"))
                .flatMap(List::stream)
                .toList();
        return given.isEmpty() ? null : given.get(0);
    }

    private static List<Given> given(Map<String, String> source, String name, String kind) {
        String value = source.get(name);
        return value == null || value.isBlank() ? List.of() : List.of(new Given(value.strip(), kind + " " + name));
    }

    /** Refuses entries and properties that nobody knows; of environment variables it only warns: others invent some. */
    void check() {
        entries.keySet().forEach(name -> check("entry", name));
        properties.keySet().forEach(name -> check("system property", name));
        variables.keySet().stream()
                .filter(name -> !Setting.isVariable(name))
                .forEach(name -> LOG.log(
                        System.Logger.Level.WARNING, "The environment variable {0} is no setting of HJX", name));
    }

    private static void check(String kind, String name) {
        if (!Setting.isProperty(name)) {
            Setting like = Setting.like(name);
            String advice = like == null ? "remove it or correct its name" : "write " + like.property();
            throw new SettingsException("The " + kind + " " + name + " is no setting of HJX; " + advice + ".");
        }
    }
}
