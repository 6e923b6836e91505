package io.hjx.test;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.ComponentSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one component that is tested, as it is now, and as pages that were opened earlier have it. */
final class Deployment implements ComponentSource {

    private final SourceLoader loader;
    private final Map<String, CompiledComponent> byModule = new HashMap<>();
    private CompiledComponent present;
    private Consumer<CompiledComponent> listener = component -> {};

    Deployment(ComponentSources sources) {
        this.loader = sources;
        this.present = compile(sources.first());
    }

    private CompiledComponent compile(SourceFile source) {
        Compilation compilation = HjxCompiler.compile(source, loader);
        CompiledComponent component = compilation.component();
        if (component == null) {
            String report = DiagnosticRenderer.plain().render(compilation.diagnostics());
            throw new AssertionError("The component does not compile:\n" + report);
        }
        byModule.put(moduleUrl(component), component);
        return component;
    }

    /** Puts another version in the component's place, as saving the file does while developing. */
    void replace(String text) {
        CompiledComponent next = compile(new SourceFile(present.source().path(), text));
        if (!next.name().equals(present.name())) {
            throw new AssertionError("The new version is called " + next.name() + ", not " + present.name() + ".");
        }
        present = next;
        listener.accept(next);
    }

    CompiledComponent present() {
        return present;
    }

    /** The version that a module shows. */
    CompiledComponent shownBy(String module) {
        return Objects.requireNonNull(byModule.get(module), () -> "no component has the module " + module);
    }

    @Override
    public @Nullable CompiledComponent find(String name) {
        return name.equals(present.name()) ? present : null;
    }

    @Override
    public String moduleUrl(CompiledComponent component) {
        return "/assets/c/" + component.hash() + "/" + component.name() + ".js";
    }

    @Override
    public void onChange(Consumer<CompiledComponent> newListener) {
        listener = newListener;
    }

    @Override
    public List<Diagnostic> faults(String name) {
        return List.of();
    }

    @Override
    public void onFaults(Consumer<String> newListener) {
        // A version with errors never gets here
    }
}
