package io.hjx.registry;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.KnownHandlers;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.runtime.spi.ComponentSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The deployed components, each at its last good version. Thread-safe: readers see one {@link Catalog} after the other,
 * and {@link #refresh} runs one at a time.
 *
 * <p>A file that does not compile keeps its last good version; what is wrong with it is logged and can be asked for. Of
 * two files whose components have one name, the earlier one has it ({@link ComponentFiles#list}), and the log says so.
 */
@ApplicationScoped
public class ComponentRegistry implements ComponentSource {

    private static final System.Logger LOG = System.getLogger(ComponentRegistry.class.getName());

    private final List<Consumer<CompiledComponent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> faultListeners = new CopyOnWriteArrayList<>();
    private volatile Catalog catalog = Catalog.EMPTY;
    private volatile String contextPath = "";
    private volatile String runtimeHash = "";
    private volatile @Nullable FileCompiler compiler;

    /**
     * Compiles everything for the first time.
     *
     * @param applicationPath where the application lies, empty at the root
     * @param browserRuntime the hash of the browser runtime: modules import it, so that their addresses change with it
     */
    public void open(ComponentFiles files, String applicationPath, String browserRuntime) {
        open(files, KnownHandlers.NONE, applicationPath, browserRuntime);
    }

    /** The same with handlers that are in no file. */
    public void open(ComponentFiles files, KnownHandlers handlers, String applicationPath, String browserRuntime) {
        runtimeHash = browserRuntime;
        ImportLoader loader = new ImportLoader(files, applicationPath + "/assets/f/");
        open(new FileCompiler(loader, (source, from) -> HjxCompiler.compile(source, from, handlers)), applicationPath);
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
        List<String> faulty;
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
            faulty = now.all().stream()
                    .map(Deployed::name)
                    .filter(name -> !now.faults(name).equals(before.faults(name)))
                    .toList();
        }
        changed.forEach(component -> tell(listeners, component, component.name()));
        faulty.forEach(name -> tell(faultListeners, name, name));
        return true;
    }

    private static Catalog look(FileCompiler compiler, Catalog before) {
        Map<String, Deployed> files = new LinkedHashMap<>();
        boolean same = true;
        for (String path : compiler.loader().files().list().keySet()) {
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
        ComponentFiles all = compiler.loader().files();
        next.shadowed().forEach(file -> RegistryLog.shadowed(file, next, all));
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

    private static <T> void tell(List<Consumer<T>> listeners, T news, String name) {
        for (Consumer<T> listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException failure) {
                LOG.log(System.Logger.Level.ERROR, "A listener failed at a new " + name, failure);
            }
        }
    }

    /** Itself without the proxy that CDI puts before it: somebody asks with every event. */
    public ComponentSource source() {
        return this;
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

    @Override
    public List<Diagnostic> faults(String name) {
        return catalog.faults(name);
    }

    @Override
    public void onFaults(Consumer<String> listener) {
        faultListeners.add(listener);
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

    /** A file beside components, by its key; null where no version of a component refers to it. */
    public @Nullable ShownFile file(String key) {
        FileCompiler current = compiler;
        Catalog.Shown shown = catalog.file(key);
        return shown == null || current == null
                ? null
                : new ShownFile(shown.file(), shown.by(), current.loader().files());
    }

    /** True where a component has a {@code script:} block, in whose case the script engine will be needed. */
    public boolean hasScripts() {
        return all().stream()
                .map(Deployed::component)
                .anyMatch(component ->
                        component != null && component.model().file().script() != null);
    }

    /** The roles that {@code access:} lines name. */
    public Set<String> roles() {
        return catalog.roles();
    }
}
