package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetType;
import io.hjx.registry.ShownFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything below {@code /assets/}: the browser runtime, each component's module and style by the hash of its version,
 * and the files beside components by the hash of their content. Thread-safe.
 *
 * <p>What is made or read for components is kept while it takes at most {@value #MOST_BYTES} bytes; beyond that the
 * least recently used is made or read again when it is asked for.
 */
public final class Assets {

    private static final long MOST_BYTES = 32L << 20;
    private static final Pattern RUNTIME = Pattern.compile("/hjx/(\\w+)/([\\w.-]+)");
    /** The component's hash, and that of the runtime that its module imports. */
    private static final Pattern COMPONENT = Pattern.compile("/c/(\\w+)-(\\w+)/(\\w+)\\.(js|css|js\\.map)");

    /** A file beside components, by its key. */
    private static final Pattern FILE = Pattern.compile("/f/(\\w+/[\\w.-]+)");

    private final RuntimeFiles runtime;
    private final Function<String, @Nullable CompiledComponent> versions;
    private final Function<String, @Nullable ShownFile> files;
    private final SourceMaps maps;
    private final ModuleLinker linker;
    private final Map<String, Asset> made = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param runtime the browser runtime
     * @param versions a component's version by its hash, or null
     * @param files a file beside components by its key, or null where no component refers to it
     * @param maps whether browsers learn from which lines modules were made
     */
    public Assets(
            RuntimeFiles runtime,
            Function<String, @Nullable CompiledComponent> versions,
            Function<String, @Nullable ShownFile> files,
            SourceMaps maps) {
        this.runtime = runtime;
        this.versions = versions;
        this.files = files;
        this.maps = maps;
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
            return asset == null ? null : new Found(asset, List.of());
        }
        Matcher beside = FILE.matcher(path);
        return beside.matches() ? file(path, beside.group(1)) : part(path);
    }

    private @Nullable Found part(String path) {
        Matcher part = COMPONENT.matcher(path);
        if (!part.matches() || !part.group(2).equals(runtime.hash())) {
            return null;
        }
        CompiledComponent component = versions.apply(part.group(1));
        if (component == null || !component.name().equals(part.group(3))) {
            return null;
        }
        if (part.group(4).equals("js.map")) {
            // The same module may come to be made from other lines
            return maps == SourceMaps.SERVED ? new Found(map(component), List.of(component)) : null;
        }
        return new Found(componentAsset(path, component, part.group(4).equals("js")), List.of(component));
    }

    private @Nullable Found file(String path, String key) {
        ShownFile shown = files.apply(key);
        AssetType type = AssetType.of(path);
        if (shown == null || type == null) {
            return null;
        }
        Asset asset = kept(path);
        if (asset == null) {
            byte[] content = shown.content();
            asset = content == null ? null : keep(path, Asset.of(type, content));
        }
        return asset == null ? null : new Found(asset, shown.shownBy());
    }

    /**
     * An asset and where it comes from.
     *
     * @param shownBy the components of which one must be visible to whoever asks; empty for the runtime
     */
    record Found(Asset asset, List<CompiledComponent> shownBy) {

        /** True where everybody may have it. */
        boolean isOpen() {
            return shownBy.isEmpty() || !shownBy.stream().allMatch(AccessLines::restrictView);
        }
    }

    private Asset componentAsset(String path, CompiledComponent component, boolean module) {
        Asset kept = kept(path);
        if (kept != null) {
            return kept;
        }
        return keep(
                path, module ? Asset.of(Asset.JAVASCRIPT, module(component)) : Asset.of(Asset.CSS, style(component)));
    }

    private static Asset map(CompiledComponent component) {
        String json = component.map().json(component.name() + ".js", source -> DebuggedSource.of(component));
        return Asset.of(Asset.SOURCE_MAP, json);
    }

    private String module(CompiledComponent component) {
        String linked = linker.link(component);
        return maps == SourceMaps.SERVED ? linked + "//# sourceMappingURL=" + component.name() + ".js.map\n" : linked;
    }

    private @Nullable Asset kept(String path) {
        synchronized (made) {
            return made.get(path);
        }
    }

    private Asset keep(String path, Asset asset) {
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
        return asset;
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
