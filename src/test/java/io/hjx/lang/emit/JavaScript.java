package io.hjx.lang.emit;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberFormat;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** A real JavaScript engine with {@code expr.js} as {@code $}: what expressions are compared with. */
public final class JavaScript implements AutoCloseable {

    /**
     * Writes a value so that every difference shows, {@code -0} and {@code undefined} too; {@link #show} is its twin.
     */
    private static final String SHOW = """
            function show(v) {
              if (typeof v === "number") return Object.is(v, -0) ? "-0" : String(v);
              if (typeof v === "string") return JSON.stringify(v);
              if (typeof v === "function") return "function";
              if (Array.isArray(v)) return "[" + v.map(show).join(",") + "]";
              if (v === null || typeof v !== "object") return String(v);
              return "{" + Object.keys(v).map((k) => JSON.stringify(k) + ":" + show(v[k])).join(",") + "}";
            }
            function attempt(f) {
              try { return show(f()); } catch (error) { return "error: " + error; }
            }
            """;

    private final Context context;

    public JavaScript() {
        context = Context.newBuilder("js")
                .allowIO(IOAccess.ALL)
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .option("js.esm-eval-returns-exports", "true")
                .build();
        context.getBindings("js").putMember("$", context.eval(module()));
        context.eval("js", SHOW);
    }

    private static Source module() {
        try {
            return Source.newBuilder(
                            "js", Path.of("src/main/webapp/hjx/expr.js").toFile())
                    .mimeType("application/javascript+module")
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a script; its value as the engine has it. */
    public org.graalvm.polyglot.Value run(String script) {
        return context.eval("js", script);
    }

    /** Shows the values of expressions, each on its own; {@code error: …} where one throws. */
    public List<String> showAll(String before, List<String> expressions) {
        String functions =
                expressions.stream().map(each -> "() => (" + each + ")").collect(Collectors.joining(",\n"));
        org.graalvm.polyglot.Value shown = run("{" + before + "\n[" + functions + "].map(attempt)}");
        return java.util.stream.IntStream.range(0, expressions.size())
                .mapToObj(i -> shown.getArrayElement(i).asString())
                .toList();
    }

    /** The same text for a value of ours. */
    public static String show(Value value) {
        if (value instanceof NumberValue number) {
            boolean negativeZero = Double.doubleToRawLongBits(number.value()) == Long.MIN_VALUE;
            return negativeZero ? "-0" : NumberFormat.format(number.value());
        }
        if (value instanceof ListValue list) {
            return list.items().stream().map(JavaScript::show).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof ObjectValue object) {
            return object.properties().entrySet().stream()
                    .map(each -> Json.print(new StringValue(each.getKey())) + ":" + show(each.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        boolean named = value instanceof StringValue || value instanceof BooleanValue;
        return named ? Json.print(value) : value instanceof FunctionValue ? "function" : word(value);
    }

    private static String word(Value value) {
        return value.typeName().equals("undefined") ? "undefined" : "null";
    }

    @Override
    public void close() {
        context.close(true);
    }
}
