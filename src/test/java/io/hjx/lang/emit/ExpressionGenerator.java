package io.hjx.lang.emit;

import java.util.Random;
import java.util.function.Supplier;

/** Makes random expressions over the names of {@link AgreementTest}, mostly such as have a result. */
final class ExpressionGenerator {

    private final Random random;
    private int fuel = 24;
    private int bound;

    ExpressionGenerator(Random random) {
        this.random = random;
    }

    String generate() {
        return any();
    }

    @SafeVarargs
    private String one(Supplier<String>... choices) {
        fuel--;
        return choices[random.nextInt(choices.length)].get();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean tired() {
        return fuel <= 0;
    }

    private String any() {
        return one(this::number, this::string, this::bool, this::list, this::object, this::loose);
    }

    private String number() {
        if (tired()) {
            return leafNumber();
        }
        return one(
                this::leafNumber,
                () -> "(" + number() + pick(" + ", " - ", " * ", " / ", " % ") + number() + ")",
                () -> "(" + primitive() + pick(" - ", " * ", " / ", " % ", " ** ") + primitive() + ")",
                () -> "(" + pick("-", "+") + "(" + primitive() + "))",
                () -> "Math." + pick("floor", "ceil", "round", "abs", "trunc", "sign", "sqrt", "fround", "clz32") + "("
                        + any() + ")",
                () -> "Math." + pick("max", "min") + "(" + number() + ", " + primitive() + ")",
                () -> pick("Number", "parseInt", "parseFloat") + "(" + any() + ")",
                () -> "parseInt(" + string() + ", " + pick("2", "8", "10", "16", "36") + ")",
                () -> string() + ".length",
                () -> list() + ".length",
                () -> string() + pick(".indexOf(", ".lastIndexOf(") + string() + ", " + number() + ")",
                () -> string() + pick(".charCodeAt(", ".codePointAt(") + number() + ")",
                () -> list() + pick(".indexOf(", ".lastIndexOf(") + primitive() + ")",
                () -> list() + ".findIndex(" + predicate() + ")",
                () -> numbers() + ".reduce((a, b) => a + b, 0)",
                () -> "(" + bool() + " ? " + number() + " : " + number() + ")");
    }

    private String leafNumber() {
        return bound > 0 && random.nextInt(3) == 0
                ? "x" + random.nextInt(bound)
                : pick(
                        "n",
                        "m",
                        "zero",
                        "big",
                        "0",
                        "1",
                        "2",
                        "(-1)",
                        "0.1",
                        "1e-7",
                        "NaN",
                        "3.7",
                        "255",
                        "user.age",
                        "nums[2]");
    }

    private String primitive() {
        return one(this::number, this::string, this::bool, () -> pick("nil", "undefined", "null", "num"));
    }

    private String string() {
        if (tired()) {
            return leafString();
        }
        return one(
                this::leafString,
                () -> "(" + string() + " + " + primitive() + ")",
                () -> "`" + pick("a", "$", "\\n", "") + "${" + any() + "}" + pick("b", "") + "`",
                () -> string() + pick(".slice(", ".substring(", ".substr(") + number() + ", " + number() + ")",
                () -> string() + pick(".toUpperCase()", ".toLowerCase()", ".trim()", ".toString()"),
                () -> string() + pick(".at(", ".charAt(") + number() + ")",
                () -> string() + pick(".replace(", ".replaceAll(") + string() + ", "
                        + pick("'<$&>'", "'$`'", "x => x + x") + ")",
                () -> string() + pick(".padStart(", ".padEnd(") + pick("3", "9", "n") + ", " + string() + ")",
                () -> list() + ".join(" + pick("", "'-'", "''") + ")",
                () -> "String(" + any() + ")",
                () -> "(typeof (" + any() + "))",
                () -> "JSON.stringify(" + any() + pick("", ", null, 2") + ")",
                () -> "(" + number() + ")" + pick(".toFixed(2)", ".toString()", ".toPrecision(3)"));
    }

    private String leafString() {
        return pick(
                "s",
                "empty",
                "num",
                "'a'",
                "''",
                "'l'",
                "\"12\"",
                "'\\ud83d\\ude00'",
                "'b,a'",
                "user.name",
                "words[3]");
    }

    private String bool() {
        if (tired()) {
            return pick("t", "f", "true");
        }
        return one(
                () -> "(" + primitive() + pick(" < ", " <= ", " > ", " >= ") + primitive() + ")",
                () -> "(" + any() + pick(" == ", " != ", " === ", " !== ") + any() + ")",
                () -> "(!(" + any() + "))",
                () -> list() + pick(".includes(") + primitive() + ")",
                () -> string() + pick(".includes(", ".startsWith(", ".endsWith(") + string() + ")",
                () -> list() + pick(".some(", ".every(") + predicate() + ")",
                () -> "(" + pick("'a'", "'age'", "'2'", "0", "'length'") + " in " + pick("user", "bag", "nums") + ")",
                () -> pick("isNaN", "isFinite", "Boolean", "Number.isInteger", "Array.isArray") + "(" + any() + ")",
                () -> "Object.is(" + number() + ", " + number() + ")");
    }

    private String numbers() {
        return pick("nums", "nums.slice(1)", "[1, 2, 3]", "nums.map(v => v * 2)", "none");
    }

    private String list() {
        if (tired()) {
            return pick("nums", "words", "mixed", "none", "todos", "[1, 2]");
        }
        return one(
                () -> pick("nums", "words", "mixed", "todos"),
                () -> "[" + any() + ", " + any() + "]",
                () -> "[..." + pick("nums", "words", "s", "none") + ", " + any() + "]",
                () -> list() + ".map(" + function() + ")",
                () -> list() + ".filter(" + predicate() + ")",
                () -> list() + ".flatMap(" + function() + ")",
                () -> list() + ".slice(" + number() + ", " + number() + ")",
                () -> list() + ".concat(" + any() + ")",
                () -> list() + pick(".toReversed()", ".toSorted()", ".flat()", ".flat(2)"),
                () -> numbers() + ".toSorted((a, b) => " + pick("a - b", "b - a", "a % 3 - b % 3") + ")",
                () -> list() + ".toSpliced(" + number() + ", 1, " + any() + ")",
                () -> string() + ".split(" + pick("''", "','", "'l'") + ")",
                () -> "Object." + pick("keys(", "values(", "entries(") + object() + ")",
                () -> "Array.from(" + pick("s", "nums", "{length: 3}") + ", (v, i) => [i, v])");
    }

    private String object() {
        if (tired()) {
            return pick("user", "bag", "todos[0]");
        }
        return one(
                () -> pick("user", "bag", "user.address"),
                () -> "({a: " + any() + ", 2: " + any() + ", ..." + object() + "})",
                () -> "({..." + any() + ", b: " + number() + "})",
                () -> "({[" + primitive() + "]: " + number() + "})",
                () -> "Object.fromEntries(Object.entries(" + object() + "))",
                () -> "Object.assign({}, " + object() + ", " + any() + ")",
                () -> "todos.find(o => o.id === " + number() + ")");
    }

    private String loose() {
        return one(
                () -> "(" + any() + pick(" && ", " || ", " ?? ") + any() + ")",
                () -> "(" + bool() + " ? " + any() + " : " + any() + ")",
                () -> object() + pick(".a", ".name", ".tags", ".nope?.deep", "?.address?.city", "[2]", "?.['b']"),
                () -> list() + pick("[0]", "[1]", ".at(-1)", "[" + number() + "]"),
                () -> "((p, q = p) => [p, q])(" + any() + ")",
                () -> "(({a, ...r}) => [a, r])(" + object() + ")",
                () -> "(([h, ...r]) => ({h, r}))(" + list() + ")");
    }

    private String predicate() {
        return function("(", bool(), ")");
    }

    private String function() {
        return function("(", any(), ")");
    }

    private String function(String open, String body, String close) {
        String name = "x" + bound++;
        String inside = random.nextBoolean()
                ? body
                : one(() -> "(" + name + " ?? 0)", () -> "[" + name + "]", () -> "`${" + name + "}`");
        bound--;
        return name + " => " + open + inside + close;
    }
}
