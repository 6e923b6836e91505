package io.hjx.lang.analyze;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the members that the language's own values and namespaces have. A test holds evaluation against it. */
public final class BuiltInMembers {

    private static final Set<String> STRING = words("at charAt charCodeAt codePointAt concat endsWith includes indexOf"
            + " isWellFormed lastIndexOf localeCompare normalize padEnd padStart repeat replace replaceAll slice split"
            + " startsWith substr substring toLocaleString toLowerCase toString toUpperCase toWellFormed trim trimEnd"
            + " trimStart valueOf");

    private static final Set<String> LIST = words("at concat entries every filter find findIndex findLast findLastIndex"
            + " flat flatMap forEach includes indexOf join keys lastIndexOf map push reduce reduceRight reverse slice"
            + " some sort toLocaleString toReversed toSorted toSpliced toString unshift values with");

    private static final Set<String> NUMBER =
            words("toExponential toFixed toLocaleString toPrecision toString valueOf");

    private static final Set<String> BOOLEAN = words("toString valueOf");

    private static final Set<String> OBJECT = words("hasOwnProperty toString valueOf");

    private static final Map<String, Set<String>> NAMESPACES = Map.ofEntries(
            entry(
                    "Math",
                    words("E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt"
                            + " ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow"
                            + " random round sign sin sinh sqrt tan tanh trunc")),
            entry(
                    "Number",
                    words("EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY NaN"
                            + " POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt")),
            entry("String", words("fromCharCode fromCodePoint")),
            entry("Boolean", Set.of()),
            entry("Object", words("assign entries fromEntries hasOwn is keys values")),
            entry("Array", words("from isArray of")),
            entry("JSON", words("parse stringify")),
            entry("Date", words("now")));

    private static final Map<String, Set<String>> OBJECTS = Map.of(
            "user", words("authenticated name roles"),
            "client", words("id"),
            "event", words("altKey checked code ctrlKey key metaKey shiftKey type value"),
            "el", words("dataset id value"),
            "ctx", words("el event"));

    private static final Set<String> METHODS = Stream.of(STRING, LIST, NUMBER, BOOLEAN, OBJECT)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** What to write in the place of members that JavaScript, or another language, has and this one leaves out. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            entry("splice", "use `toSpliced`, which returns the new list"),
            entry("pop", "use `slice(0, -1)` for the list without its last item and `at(-1)` for that item"),
            entry("shift", "use `slice(1)` for the list without its first item and `at(0)` for that item"),
            entry("fill", "use `map(() => value)`, which returns a new list"),
            entry("copyWithin", "build the new list with `slice` and `concat`"),
            entry("match", "there are no regular expressions; use `includes`, `startsWith` or `split`"),
            entry("matchAll", "there are no regular expressions; use `split`"),
            entry("size", "use `length`"),
            entry("count", "use `length`"),
            entry("isEmpty", "use `length === 0`"),
            entry("contains", "use `includes`"),
            entry("equals", "use `===`"),
            entry("append", "use `push`, which returns the new list"),
            entry("add", "use `push`, which returns the new list"),
            entry("remove", "use `filter` for the list without the item"),
            entry("preventDefault", "use the modifier `.prevent`: `on click.prevent -> …`"),
            entry("stopPropagation", "use the modifier `.stop`: `on click.stop -> …`"),
            entry("search", "there are no regular expressions; use `indexOf`"));

    private BuiltInMembers() {}

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    /** The methods of a kind; of {@link ValueKind#UNKNOWN} those that any kind has. */
    static Set<String> methods(ValueKind kind) {
        return switch (kind) {
            case STRING -> STRING;
            case LIST -> LIST;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case OBJECT -> OBJECT;
            case UNKNOWN -> METHODS;
        };
    }

    /** The members of {@code Math} and its like, null for any other name. */
    static @Nullable Set<String> ofNamespace(String name) {
        return NAMESPACES.get(name);
    }

    /** The members of {@code user}, {@code event} and their like, null for any other name. */
    static @Nullable Set<String> ofBuiltIn(String name) {
        return OBJECTS.get(name);
    }

    /** What to write in the place of a member that the language leaves out; null where it is no such member. */
    public static @Nullable String advice(String member) {
        return ADVICE.get(member);
    }
}
