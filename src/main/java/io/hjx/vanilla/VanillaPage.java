package io.hjx.vanilla;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.emit.MappedText;
import io.hjx.lang.emit.PageScript;
import io.hjx.lang.emit.SourceMap;
import io.hjx.minify.Minifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A component as files that any static file server shows. The same component gives the same bytes. Immutable.
 *
 * @param html {@code index.html}
 * @param css {@code app.css}
 * @param js {@code app.js}
 * @param map the places of sources that {@code js} was made from
 * @param assets files below {@link #ASSETS}, by what addresses call them: those beside components, and the icon
 */
public record VanillaPage(String html, String css, String js, SourceMap map, Map<String, Path> assets) {

    /** By this a page is known as one that was made here. */
    public static final String MADE_HERE = "<meta name=\"generator\" content=\"HJX\">";

    private static final String MAPPED = "//# sourceMappingURL=app.js.map\n";

    /** The folder of files that the page refers to. */
    public static final String ASSETS = "assets/";

    /**
     * The page of a component that needs no server.
     *
     * @param component compiled with addresses that begin with {@link #ASSETS}
     * @param root the folder of its source, from which the paths of its files begin
     * @param runtime the folder of the browser runtime
     */
    public static VanillaPage of(CompiledComponent component, Path root, Path runtime) throws IOException {
        Map<String, Path> assets = new LinkedHashMap<>();
        collect(component, root, assets);
        Path icon = runtime.resolve("icon.svg");
        String iconKey = ContentHash.of(Files.readAllBytes(icon), AssetFile.HASH_DIGITS) + "/icon.svg";
        assets.put(iconKey, icon);
        MappedText script = PageScript.of(
                component.model(),
                RuntimeScript.read(runtime),
                component.program().usesInListsPerClient());
        return new VanillaPage(
                FirstHtml.of(component, ASSETS + iconKey),
                style(component, runtime),
                script.text(),
                script.map(),
                assets);
    }

    /** The same page with a script of fewer bytes. */
    public VanillaPage minified(Minifier minifier) {
        Minifier.Minified small = minifier.minify(js);
        return new VanillaPage(html, css, small.text(), map.through(small.steps()), assets);
    }

    /** The same page whose script says where its source map is. */
    public VanillaPage mapped() {
        return new VanillaPage(html, css, (js.endsWith("\n") ? js : js + "\n") + MAPPED, map, assets);
    }

    /** True where the script says where its source map is. */
    public boolean isMapped() {
        return js.endsWith(MAPPED);
    }

    private static void collect(CompiledComponent component, Path root, Map<String, Path> assets) {
        component.imports().forEach(imported -> collect(imported, root, assets));
        component.assets().forEach(asset -> assets.put(asset.key(), root.resolve(asset.path())));
    }

    /** The look of pages, then the style of each component behind those that it uses. */
    private static String style(CompiledComponent component, Path runtime) throws IOException {
        Set<String> styles = new LinkedHashSet<>();
        styles.add(Files.readString(runtime.resolve("element.css")));
        styles.add(Files.readString(runtime.resolve("page.css")));
        collect(component, styles);
        return String.join("\n", styles);
    }

    private static void collect(CompiledComponent component, Set<String> styles) {
        component.imports().forEach(imported -> collect(imported, styles));
        if (!component.css().isEmpty()) {
            styles.add("/* " + component.name() + " */\n" + component.css());
        }
    }
}
