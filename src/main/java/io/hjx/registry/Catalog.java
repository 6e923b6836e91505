package io.hjx.registry;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything deployed at one moment. Immutable.
 *
 * <p>It also holds the versions before, up to {@value #OLDER}: a page that was opened before a change still fetches the
 * modules that its HTML names.
 */
final class Catalog {

    static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Map.of(), Map.of());

    private static final int OLDER = 512;

    private final Map<String, Deployed> byPath;
    private final Map<String, Deployed> byName;
    private final Map<String, CompiledComponent> byHash;
    private final Map<String, Shown> files;

    /** A file beside components, and the components that refer to it. */
    record Shown(AssetFile file, List<CompiledComponent> by) {}

    private Catalog(
            Map<String, Deployed> byPath,
            Map<String, Deployed> byName,
            Map<String, CompiledComponent> byHash,
            Map<String, Shown> files) {
        this.byPath = byPath;
        this.byName = byName;
        this.byHash = byHash;
        this.files = files;
    }

    /** The catalog of these files, in their order; of two with one name the first has it. */
    Catalog next(Map<String, Deployed> files) {
        Map<String, Deployed> names = new TreeMap<>();
        files.values().forEach(file -> names.putIfAbsent(file.name(), file));
        Map<String, CompiledComponent> versions = new LinkedHashMap<>();
        for (Deployed file : files.values()) {
            if (file.component() != null) {
                addVersions(versions, file.component());
            }
        }
        int most = versions.size() + OLDER;
        byHash.forEach((hash, older) -> {
            if (versions.size() < most) {
                versions.putIfAbsent(hash, older);
            }
        });
        return new Catalog(
                Collections.unmodifiableMap(new TreeMap<>(files)),
                names,
                Collections.unmodifiableMap(versions),
                shown(versions.values()));
    }

    /** By the key of each file. */
    private static Map<String, Shown> shown(Collection<CompiledComponent> components) {
        Map<String, Shown> shown = new HashMap<>();
        for (CompiledComponent component : components) {
            for (AssetFile file : component.assets()) {
                shown.computeIfAbsent(file.key(), key -> new Shown(file, new ArrayList<>()))
                        .by()
                        .add(component);
            }
        }
        return shown;
    }

    private static void addVersions(Map<String, CompiledComponent> versions, CompiledComponent component) {
        if (versions.putIfAbsent(component.hash(), component) == null) {
            component.imports().forEach(imported -> addVersions(versions, imported));
        }
    }

    Map<String, Deployed> byPath() {
        return byPath;
    }

    @Nullable Deployed named(String name) {
        return byName.get(name);
    }

    @Nullable CompiledComponent component(String name) {
        Deployed file = byName.get(name);
        return file == null ? null : file.component();
    }

    List<Diagnostic> faults(String name) {
        Deployed file = byName.get(name);
        return file == null ? List.of() : file.errors();
    }

    @Nullable CompiledComponent version(String hash) {
        return byHash.get(hash);
    }

    @Nullable Shown file(String key) {
        return files.get(key);
    }

    Collection<Deployed> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The files whose component's name another file has. */
    List<Deployed> shadowed() {
        Set<Deployed> named = Collections.newSetFromMap(new IdentityHashMap<>());
        named.addAll(byName.values());
        return byPath.values().stream().filter(file -> !named.contains(file)).toList();
    }

    /** The roles that {@code access:} lines name. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        for (CompiledComponent component : byHash.values()) {
            for (Declaration.Access line : component.model().file().access()) {
                line.roles().stream().map(Name::text).forEach(roles::add);
            }
        }
        return roles;
    }
}
