package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything below {@code /assets/}: the browser runtime, and each component's module and style, by the hash of its
 * version. Thread-safe.
 *
 * <p>What is made for components is kept while it takes at most {@value #MOST_BYTES} bytes; beyond that the least
 * recently used is made again when it is asked for.
 */
public final class Assets {

    private static final long MOST_BYTES = 32L << 20;
    private static final Pattern RUNTIME = Pattern.compile("/hjx/(\\w+)/([\\w.-]+)");
    /** The component's hash, and that of the runtime that its module imports. */
    private static final Pattern COMPONENT = Pattern.compile("/c/(\\w+)-(\\w+)/(\\w+)\\.(js|css)");

    private final RuntimeFiles runtime;
    private final Function<String, @Nullable CompiledComponent> versions;
    private final ModuleLinker linker;
    private final Map<String, Asset> made = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param runtime the browser runtime
     * @param versions a component's version by its hash, or null
     */
    public Assets(RuntimeFiles runtime, Function<String, @Nullable CompiledComponent> versions) {
        this.runtime = runtime;
        this.versions = versions;
        this.linker = new ModuleLinker(runtime.hash());
    }

    /** The hash of the browser runtime. */
    public String runtimeHash() {
        return runtime.hash();
    }

    /**
     * What lies at a path.
     *
     * @param path behind {@code /assets}, decoded, beginning with a slash
     */
    @Nullable Found find(String path) {
        Matcher file = RUNTIME.matcher(path);
        if (file.matches()) {
            Asset asset = file.group(1).equals(runtime.hash()) ? runtime.find(file.group(2)) : null;
            return asset == null ? null : new Found(asset, null);
        }
        Matcher part = COMPONENT.matcher(path);
        if (!part.matches() || !part.group(2).equals(runtime.hash())) {
            return null;
        }
        CompiledComponent component = versions.apply(part.group(1));
        if (component == null || !component.name().equals(part.group(3))) {
            return null;
        }
        return new Found(componentAsset(path, component, part.group(4).equals("js")), component);
    }

    /**
     * An asset and where it comes from.
     *
     * @param component the component that must be visible to whoever asks; null for the runtime
     */
    record Found(Asset asset, @Nullable CompiledComponent component) {}

    private Asset componentAsset(String path, CompiledComponent component, boolean module) {
        synchronized (made) {
            Asset kept = made.get(path);
            if (kept != null) {
                return kept;
            }
        }
        Asset asset =
                module ? Asset.of(Asset.JAVASCRIPT, linker.link(component)) : Asset.of(Asset.CSS, style(component));
        keep(path, asset);
        return asset;
    }

    private void keep(String path, Asset asset) {
        synchronized (made) {
            if (made.putIfAbsent(path, asset) == null) {
                bytes += asset.weight();
            }
            var eldest = made.entrySet().iterator();
            while (bytes > MOST_BYTES && eldest.hasNext()) {
                bytes -= eldest.next().getValue().weight();
                eldest.remove();
            }
        }
    }

    /** The component's style behind those of the components that it uses, each once. */
    static String style(CompiledComponent component) {
        Set<String> styles = new LinkedHashSet<>();
        collectStyles(component, styles);
        return String.join("\n", styles);
    }

    private static void collectStyles(CompiledComponent component, Set<String> styles) {
        component.imports().forEach(imported -> collectStyles(imported, styles));
        if (!component.css().isEmpty()) {
            styles.add(component.css());
        }
    }
}
