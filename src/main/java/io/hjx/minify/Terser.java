package io.hjx.minify;

import io.hjx.lang.emit.SourceMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Terser, in the JavaScript engine that scripts run in. Confined to one thread.
 *
 * <p>Loading it takes some seconds; one object minifies any number of scripts.
 */
public final class Terser implements Minifier {

    private static final String WEBJAR = "META-INF/maven/org.webjars.npm/terser/pom.properties";
    private static final String BUNDLE = "META-INF/resources/webjars/terser/%s/dist/bundle.min.js";

    /**
     * What Terser expects of the library that writes its source maps. Its map is one step of ours, so the places are
     * taken as they come.
     */
    private static final String PLACES = """
            globalThis.places = [];
            globalThis.sourceMap = {
              SourceMapGenerator: class {
                addMapping({ generated, original }) {
                  if (original) places.push(generated.line, generated.column, original.line, original.column);
                }
                setSourceContent() {}
                toDecodedMap() { return { sources: [] }; }
                toJSON() { return {}; }
                toString() { return "{}"; }
              },
              SourceMapConsumer: class {},
            };
            """;

    private static final String MINIFY = """
            (text, done, failed) => {
              places.length = 0;
              const options = { module: true, ecma: 2020, sourceMap: {}, format: { comments: false } };
              Terser.minify({ script: text }, options).then(({ code }) => done(code, places), (error) =>
                failed(`${error.message} at ${error.line}:${error.col}`));
            }
            """;

    private final Context context;
    private final Value minify;

    public Terser() {
        context = Context.newBuilder("js")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context.eval("js", PLACES);
        context.eval(bundle());
        minify = context.eval("js", MINIFY);
    }

    private static Source bundle() {
        ClassLoader loader = Terser.class.getClassLoader();
        try (InputStream about = loader.getResourceAsStream(WEBJAR)) {
            if (about == null) {
                throw new IllegalStateException("the library org.webjars.npm:terser is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(about);
            try (InputStream text = loader.getResourceAsStream(BUNDLE.formatted(properties.getProperty("version")))) {
                if (text == null) {
                    throw new IllegalStateException("the library org.webjars.npm:terser has no bundle");
                }
                String script = new String(text.readAllBytes(), StandardCharsets.UTF_8);
                return Source.newBuilder("js", script, "terser.js").build();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Minified minify(String module) {
        List<Minified> made = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        ProxyExecutable done = arguments -> {
            made.add(new Minified(arguments[0].asString(), steps(arguments[1])));
            return null;
        };
        ProxyExecutable failed = arguments -> {
            failures.add(arguments[0].asString());
            return null;
        };
        // Promises are settled before the engine returns
        minify.executeVoid(module, done, failed);
        if (made.isEmpty()) {
            throw new IllegalArgumentException(failures.isEmpty() ? "Terser gave no answer" : failures.get(0));
        }
        return made.get(0);
    }

    /** Terser counts lines from 1. */
    private static List<SourceMap.Step> steps(Value places) {
        List<SourceMap.Step> steps = new ArrayList<>();
        for (long i = 0; i + 3 < places.getArraySize(); i += 4) {
            steps.add(new SourceMap.Step(
                    number(places, i) - 1, number(places, i + 1), number(places, i + 2) - 1, number(places, i + 3)));
        }
        return steps;
    }

    private static int number(Value places, long index) {
        return places.getArrayElement(index).asInt();
    }

    @Override
    public void close() {
        context.close(true);
    }
}
