package io.hjx.lang.eval;

import static java.util.Map.entry;

import io.hjx.lang.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalog of all functions and methods that the language brings along. Immutable, thread-safe. */
public final class Builtins {

    /**
     * A global name that has functions and constants of its own, such as {@code Math}.
     *
     * @param functions by their bare names
     * @param constants by their bare names
     */
    public record Namespace(String name, Map<String, Builtin> functions, Map<String, Value> constants) {}

    private static final Map<String, Builtin> FUNCTIONS = byName(GlobalFunctions.FUNCTIONS);
    private static final Map<String, Namespace> NAMESPACES = Map.ofEntries(
            namespace("Math", MathFunctions.FUNCTIONS, MathFunctions.CONSTANTS),
            namespace("Number", NumberMethods.FUNCTIONS, NumberMethods.CONSTANTS),
            namespace("String", GlobalFunctions.OF_STRING, Map.of()),
            namespace("Boolean", List.of(), Map.of()),
            namespace("Object", ObjectFunctions.FUNCTIONS, Map.of()),
            namespace("Array", GlobalFunctions.OF_ARRAY, Map.of()),
            namespace("JSON", GlobalFunctions.OF_JSON, Map.of()),
            namespace("Date", GlobalFunctions.OF_DATE, Map.of()));

    private static final Map<String, Builtin> STRING_METHODS = byName(StringMethods.ALL);
    private static final Map<String, Builtin> LIST_METHODS =
            byName(ListReading.ALL, ListCallbacks.ALL, ListChanging.ALL);
    private static final Map<String, Builtin> NUMBER_METHODS = byName(NumberMethods.METHODS);
    private static final Map<String, Builtin> BOOLEAN_METHODS = byName(GlobalFunctions.BOOLEAN_METHODS);
    private static final Map<String, Builtin> OBJECT_METHODS = byName(ObjectFunctions.METHODS);

    private Builtins() {}

    /** Every global by the name an expression calls it by: {@code parseInt}, {@code Math.round}. */
    public static Map<String, Builtin> globals() {
        Map<String, Builtin> all = new TreeMap<>(FUNCTIONS);
        NAMESPACES.values().forEach(space -> space.functions().values().forEach(each -> all.put(each.name(), each)));
        return Map.copyOf(all);
    }

    /** The functions that stand alone: {@code parseInt}, {@code String}. */
    public static Map<String, Builtin> functions() {
        return FUNCTIONS;
    }

    /** The names that functions and constants hang on: {@code Math}. */
    public static Map<String, Namespace> namespaces() {
        return NAMESPACES;
    }

    public static Map<String, Builtin> stringMethods() {
        return STRING_METHODS;
    }

    public static Map<String, Builtin> listMethods() {
        return LIST_METHODS;
    }

    public static Map<String, Builtin> numberMethods() {
        return NUMBER_METHODS;
    }

    public static Map<String, Builtin> booleanMethods() {
        return BOOLEAN_METHODS;
    }

    public static Map<String, Builtin> objectMethods() {
        return OBJECT_METHODS;
    }

    @SafeVarargs
    private static Map<String, Builtin> byName(Collection<Builtin>... parts) {
        Map<String, Builtin> all = new HashMap<>();
        for (Collection<Builtin> part : parts) {
            part.forEach(each -> all.put(each.name(), each));
        }
        return Map.copyOf(all);
    }

    private static Map.Entry<String, Namespace> namespace(
            String name, List<Builtin> functions, Map<String, Value> constants) {
        Map<String, Builtin> byName = new HashMap<>();
        functions.forEach(each -> byName.put(each.name(), each.named(name + "." + each.name())));
        return entry(name, new Namespace(name, Map.copyOf(byName), constants));
    }
}
