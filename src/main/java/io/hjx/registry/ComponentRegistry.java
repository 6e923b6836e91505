package io.hjx.registry;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.runtime.spi.ComponentSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The deployed components, each at its last good version. Thread-safe: readers see one {@link Catalog} after the other,
 * and {@link #refresh} runs one at a time.
 *
 * <p>A file that does not compile keeps its last good version; what is wrong with it is logged and can be asked for. Of
 * two files whose components have one name, the one whose path comes first has it, and the log says so.
 */
@ApplicationScoped
public class ComponentRegistry implements ComponentSource {

    private static final System.Logger LOG = System.getLogger(ComponentRegistry.class.getName());

    private final List<Consumer<CompiledComponent>> listeners = new CopyOnWriteArrayList<>();
    private volatile Catalog catalog = Catalog.EMPTY;
    private volatile String contextPath = "";
    private volatile String runtimeHash = "";
    private @Nullable FileCompiler compiler;

    /**
     * Compiles everything for the first time.
     *
     * @param applicationPath where the application lies, empty at the root
     * @param browserRuntime the hash of the browser runtime: modules import it, so that their addresses change with it
     */
    public void open(ComponentFiles files, String applicationPath, String browserRuntime) {
        runtimeHash = browserRuntime;
        open(new FileCompiler(files, HjxCompiler::compile), applicationPath);
    }

    void open(FileCompiler newCompiler, String applicationPath) {
        synchronized (this) {
            compiler = newCompiler;
            contextPath = applicationPath;
        }
        refresh();
    }

    /** Looks for changes, compiles what they touch, and tells the listeners; true where something changed. */
    public boolean refresh() {
        List<CompiledComponent> changed;
        synchronized (this) {
            Catalog before = catalog;
            Catalog now = compiler == null ? before : look(compiler, before);
            if (now == before) {
                return false;
            }
            catalog = now;
            changed = now.all().stream()
                    .map(Deployed::component)
                    .filter(component -> component != null && isNew(before, component))
                    .toList();
        }
        changed.forEach(this::tell);
        return true;
    }

    private static Catalog look(FileCompiler compiler, Catalog before) {
        Map<String, Deployed> files = new TreeMap<>();
        boolean same = true;
        for (String path : compiler.files().list().keySet()) {
            Deployed old = before.byPath().get(path);
            if (old != null && !compiler.stale(old)) {
                files.put(path, old);
                continue;
            }
            same = false;
            Deployed compiled = compiler.compile(path, old);
            if (compiled != null) {
                files.put(path, compiled);
                RegistryLog.compiled(compiled);
            }
        }
        if (same && files.keySet().equals(before.byPath().keySet())) {
            return before;
        }
        Catalog next = before.next(files);
        next.shadowed().forEach(file -> RegistryLog.shadowed(file, next));
        return next;
    }

    private static boolean isNew(Catalog before, CompiledComponent component) {
        CompiledComponent old = before.component(component.name());
        return old == null || !sameText(old, component);
    }

    /** The hash alone would not tell: handlers and scripts are on the server and no part of what browsers load. */
    private static boolean sameText(CompiledComponent one, CompiledComponent other) {
        if (!one.source().text().equals(other.source().text())
                || one.imports().size() != other.imports().size()) {
            return false;
        }
        for (int i = 0; i < one.imports().size(); i++) {
            if (!sameText(one.imports().get(i), other.imports().get(i))) {
                return false;
            }
        }
        return one.hash().equals(other.hash());
    }

    private void tell(CompiledComponent component) {
        for (Consumer<CompiledComponent> listener : listeners) {
            try {
                listener.accept(component);
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.ERROR, "A listener failed at a new " + component.name(), failure);
            }
        }
    }

    @Override
    public @Nullable CompiledComponent find(String name) {
        return catalog.component(name);
    }

    @Override
    public String moduleUrl(CompiledComponent component) {
        String version = runtimeHash.isEmpty() ? component.hash() : component.hash() + "-" + runtimeHash;
        return contextPath + "/assets/c/" + version + "/" + component.name() + ".js";
    }

    @Override
    public void onChange(Consumer<CompiledComponent> listener) {
        listeners.add(listener);
    }

    /** A component's file and what became of it, also of one that never compiled; null where there is none. */
    public @Nullable Deployed deployed(String name) {
        return catalog.named(name);
    }

    /** Every component, by name; an unchanging collection. */
    public Collection<Deployed> all() {
        return catalog.all();
    }

    /** A version by its hash: of a component or of one that it imports, present or recently replaced. */
    public @Nullable CompiledComponent version(String hash) {
        return catalog.version(hash);
    }

    /** The roles that {@code access:} lines name. */
    public Set<String> roles() {
        return catalog.roles();
    }
}
