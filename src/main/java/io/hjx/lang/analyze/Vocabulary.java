package io.hjx.lang.analyze;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the language itself has. */
public final class Vocabulary {

    /** What handlers know of the moment; {@code user} and {@code client} are known everywhere. */
    static final Set<String> EVENT_BUILT_INS = Set.of("event", "el", "ctx");

    static final Set<String> BUILT_INS = Set.of("user", "client", "event", "el", "ctx");

    /** Functions and their holders that expressions know without a declaration; a declared name hides them. */
    public static final Set<String> GLOBALS = Set.of(
            "Math",
            "Number",
            "String",
            "Boolean",
            "Object",
            "Array",
            "JSON",
            "Date",
            "parseInt",
            "parseFloat",
            "isNaN",
            "isFinite",
            "encodeURIComponent",
            "uuid",
            "NaN",
            "Infinity",
            "undefined");

    /** What expressions know everywhere without a declaration. */
    static final Set<String> EVERYWHERE = Stream.concat(GLOBALS.stream(), Stream.of("user", "client"))
            .sorted()
            .collect(Collectors.toCollection(LinkedHashSet::new));

    /** JavaScript's reserved words in modules, and the words with a value. */
    private static final Set<String> RESERVED = Set.of(
            ("arguments await break case catch class const continue debugger default delete do else enum eval export"
                            + " extends false finally for function if implements import in instanceof interface let"
                            + " new null package private protected public return static super switch this throw true"
                            + " try typeof undefined NaN Infinity var void while with yield")
                    .split(" "));

    private Vocabulary() {}

    static boolean reserved(String name) {
        return RESERVED.contains(name);
    }
}
