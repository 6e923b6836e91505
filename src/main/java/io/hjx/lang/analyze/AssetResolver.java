package io.hjx.lang.analyze;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files beside components that one compilation refers to: each component looks each up once. Confined to the
 * compiling thread.
 */
public final class AssetResolver {

    private static final Pattern LOCAL = Pattern.compile("(\\.\\.?/[^?#]*)(.*)", Pattern.DOTALL);

    private final SourceLoader loader;
    private final Diagnostics diagnostics;
    /** By the path of the component, then by how it names the file. */
    private final Map<String, Map<String, SourceLoader.AssetResult>> found = new HashMap<>();

    public AssetResolver(SourceLoader loader, Diagnostics diagnostics) {
        this.loader = loader;
        this.diagnostics = diagnostics;
    }

    /**
     * The address under which browsers get the file that {@code written} names.
     *
     * @return null for an address that begins with neither {@code ./} nor {@code ../}, and for a file that cannot be
     *     served, which is reported at {@code place}
     */
    public @Nullable String address(SourceFile source, Span place, String written) {
        Matcher local = LOCAL.matcher(written);
        if (!local.matches()) {
            return null;
        }
        String path = local.group(1);
        if (AssetType.of(path) == null) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.ASSET_REFUSED, source, place, path)
                    .withLabel("not a kind of file that is served")
                    .withHelp("served are " + AssetType.endings()));
            return null;
        }
        SourceLoader.AssetResult result = found.computeIfAbsent(source.path(), component -> new LinkedHashMap<>())
                .computeIfAbsent(path, name -> loader.asset(source, name));
        if (result instanceof SourceLoader.Asset asset) {
            return asset.address() + local.group(2);
        }
        diagnostics.add(problem(source, place, path, result));
        return null;
    }

    private static Diagnostic problem(SourceFile source, Span place, String path, SourceLoader.AssetResult result) {
        if (result instanceof SourceLoader.Outside) {
            return Diagnostic.of(DiagnosticCode.ASSET_OUTSIDE, source, place, path)
                    .withHelp("keep the file in the folder of the components");
        }
        if (result instanceof SourceLoader.Missing missing) {
            return Diagnostic.of(DiagnosticCode.ASSET_NOT_FOUND, source, place, path)
                    .withLabel("there is no `" + missing.triedPath() + "`");
        }
        return Diagnostic.of(DiagnosticCode.ASSET_REFUSED, source, place, path)
                .withLabel("larger than " + (AssetFile.MAX_BYTES >> 20) + " MiB")
                .withHelp("make it smaller, or serve it from elsewhere");
    }

    /** The files that a component refers to. */
    public Set<AssetFile> files(SourceFile source) {
        Set<AssetFile> files = new LinkedHashSet<>();
        found.getOrDefault(source.path(), Map.of()).values().forEach(result -> {
            if (result instanceof SourceLoader.Asset asset) {
                files.add(asset.file());
            }
        });
        return Collections.unmodifiableSet(files);
    }
}
