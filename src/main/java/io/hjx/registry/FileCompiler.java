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
record FileCompiler(ComponentFiles files, Compiler compiler) {

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
        note(stamps, path);
        if (!(files.read(path) instanceof ComponentFiles.Found found)) {
            return null;
        }
        ImportLoader imports = new ImportLoader(files);
        Compilation compilation = compiler.compile(found.source(), (importing, imported) -> {
            String target = ImportLoader.resolve(importing.path(), imported);
            if (target != null) {
                note(stamps, target);
            }
            return imports.load(importing, imported);
        });
        CompiledComponent component = compilation.component();
        if (component == null && before != null) {
            component = before.component();
        }
        String name = component != null ? component.name() : nameOf(found.source());
        return new Deployed(name, found.source(), component, compilation.diagnostics(), Map.copyOf(stamps));
    }

    /** Before the file is read: a change in between is then seen the next time. */
    private void note(Map<String, String> stamps, String path) {
        stamps.putIfAbsent(path, stampOf(path));
    }

    /** True where a file that this one was made from has changed, gone or come. */
    boolean stale(Deployed file) {
        return file.stamps().entrySet().stream()
                .anyMatch(made -> !made.getValue().equals(stampOf(made.getKey())));
    }

    private String stampOf(String path) {
        String stamp = files.stamp(path);
        return stamp == null ? "" : stamp;
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
