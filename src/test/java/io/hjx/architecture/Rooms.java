package io.hjx.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The packages of HJX and the doors between them, as {@code docs/architecture.md} draws them. Immutable.
 *
 * <p>An arrow leads to a package and to all that this one may import. Names are relative to {@code io.hjx}.
 */
final class Rooms {

    private static final Map<String, Set<String>> DOORS = new LinkedHashMap<>();

    static {
        room("lang.source");
        room("lang.diagnostic", "lang.source");
        room("lang.ast", "lang.source");
        room("lang.parse", "lang.ast", "lang.diagnostic");
        room("lang.value");
        room("lang.analyze", "lang.ast", "lang.diagnostic");
        room("lang.eval", "lang.ast", "lang.analyze", "lang.value", "lang.diagnostic");
        room("lang.emit", "lang.ast", "lang.analyze", "lang.value", "lang.eval");
        room("lang", "lang.parse", "lang.emit");

        // Events name the place in a component tree that they come from
        room("runtime.protocol", "lang.value", "lang.eval");
        room("runtime.spi", "lang", "runtime.protocol");
        room("runtime.instance", "lang", "runtime.protocol", "runtime.spi");
        room("runtime.fanout", "runtime.instance");
        room("runtime.store", "runtime.spi");
        room("runtime", "runtime.instance", "runtime.fanout");
        room("api");
        // Plain Java like the runtime, whose connections it uses
        room("messages", "runtime", "api");
        room("store", "runtime", "api");
        room("handlers", "runtime", "api");
        room("channels", "runtime", "api");
        room("server", "runtime", "api", "store");
        // A program and the application that it runs meet here
        room("embedded", "api");
        // What an application would write
        room("example", "api");

        adapter("registry");
        adapter("json", "messages", "store", "handlers");
        adapter("jta", "store", "handlers");
        adapter("script");
        // The application says who may see which instance
        adapter("security", "api");
        // Who asks, and whether he may, is judged before there is an answer or a connection
        adapter("web", "registry", "security");
        adapter("websocket", "json", "security", "messages", "channels");
        adapter("cluster");
        adapter("admin");
        room("client");
        // Wires as cdi does, for tests
        adapter("test", "runtime.store", "json", "script", "security", "store");
        room("minify", "lang");
        room("vanilla", "lang", "minify");
        // Its page without a server is shown under the names that a server answers under
        room("cli", "lang", "vanilla", "security", "api");
        adapter(
                "cdi",
                "runtime.store",
                "registry",
                "json",
                "websocket",
                "web",
                "script",
                "security",
                "messages",
                "handlers",
                "store",
                "jta",
                "channels",
                "server",
                "embedded",
                "example",
                "cluster",
                "admin");
    }

    private Rooms() {}

    private static void room(String name, String... doors) {
        Set<String> reachable = new LinkedHashSet<>(List.of(name));
        for (String door : doors) {
            reachable.addAll(DOORS.get(door));
        }
        DOORS.put(name, reachable);
    }

    private static void adapter(String name, String... doors) {
        String[] all = Arrays.copyOf(doors, doors.length + 3);
        all[doors.length] = "runtime";
        all[doors.length + 1] = "lang";
        all[doors.length + 2] = "api";
        room(name, all);
        // How a text becomes a tree is the language's own affair
        DOORS.get(name).remove("lang.parse");
    }

    static Set<String> names() {
        return DOORS.keySet();
    }

    /** Full names of the packages that a room may use, itself among them. */
    static String[] reachableFrom(String room) {
        return DOORS.get(room).stream().map(name -> "io.hjx." + name).toArray(String[]::new);
    }
}
