package io.hjx.registry;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles one file and notes what it was made from. Immutable. */
record FileCompiler(ImportLoader loader, Compiler compiler) {

    private static final Pattern COMPONENT = Pattern.compile("(?m)^\\s*component\\s+([A-Za-z_]\\w*)");
    private static final Pattern WORD_START = Pattern.compile("(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])");

    /** What the registry asks of the language. */
    @FunctionalInterface
    interface Compiler {
        Compilation compile(SourceFile source, SourceLoader loader);
    }

    /**
     * Compiles a file; null where it is gone.
     *
     * @param before what the file was before, whose good version it keeps if need be
     */
    @Nullable Deployed compile(String path, @Nullable Deployed before) {
        Map<String, String> stamps = new HashMap<>();
        // Before the file is read: a change in between is then seen the next time
        stamps.put(path, loader.stamp(path));
        if (!(loader.files().read(path) instanceof ComponentFiles.Found found)) {
            return null;
        }
        SourceFile source = found.source();
        Compilation compilation = compiler.compile(source, new StampedLoader(loader, stamps));
        CompiledComponent component = compilation.component();
        if (component == null && before != null) {
            component = before.component();
        }
        String name = component != null ? component.name() : nameOf(source);
        return new Deployed(name, source, component, compilation.diagnostics(), Map.copyOf(stamps));
    }

    /** True where a file that this one was made from has changed, gone or come. */
    boolean stale(Deployed file) {
        return file.stamps().entrySet().stream()
                .anyMatch(made -> !made.getValue().equals(loader.stamp(made.getKey())));
    }

    /** A name for a file that does not compile: what its component line says, else its own in PascalCase. */
    private static String nameOf(SourceFile source) {
        Matcher line = COMPONENT.matcher(source.text());
        return line.find()
                ? line.group(1)
                : WORD_START
                        .matcher(source.baseName())
                        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }
}
