package io.hjx.lang.analyze;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Template;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of a layout that load files from beside the component. Confined to the compiling thread. */
final class AssetAttributes {

    private static final Map<String, Set<String>> LOADING = Map.ofEntries(
            Map.entry("img", Set.of("src", "srcset")),
            Map.entry("source", Set.of("src", "srcset")),
            Map.entry("video", Set.of("src", "poster")),
            Map.entry("audio", Set.of("src")),
            Map.entry("track", Set.of("src")),
            Map.entry("input", Set.of("src")),
            Map.entry("image", Set.of("href", "xlink:href")),
            Map.entry("feImage", Set.of("href", "xlink:href")),
            Map.entry("use", Set.of("href", "xlink:href")));

    /** The address of a candidate of {@code srcset}. */
    private static final Pattern CANDIDATE = Pattern.compile("(?<=^|,)\\s*([^\\s,]+)");

    private final SourceFile source;
    private final AssetResolver assets;
    private final ImportTable imports;
    private final Map<Span, String> addresses = new HashMap<>();

    AssetAttributes(SourceFile source, AssetResolver assets, ImportTable imports) {
        this.source = source;
        this.assets = assets;
        this.imports = imports;
    }

    /** Looks an element's attributes through. */
    void add(Element element) {
        Set<String> loading = loading(element);
        if (loading.isEmpty()) {
            return;
        }
        for (Element.Attribute attribute : element.attributes()) {
            String address = loading.contains(attribute.name().text()) ? address(attribute) : null;
            if (address != null) {
                addresses.put(attribute.span(), address);
            }
        }
    }

    /** The values in place of those that are written, by the span of their attribute. */
    Map<Span, String> toMap() {
        return Map.copyOf(addresses);
    }

    private Set<String> loading(Element element) {
        String tag = element.tag().text();
        // Other links lead to pages, whose addresses are relative to that of the page that shows the component
        boolean download = tag.equals("a")
                && element.attributes().stream()
                        .anyMatch(attribute -> attribute.name().text().equals("download"));
        Set<String> loading = download ? Set.of("href") : LOADING.getOrDefault(tag, Set.of());
        return loading.isEmpty() || imports.has(tag) ? Set.of() : loading;
    }

    /** Null where the attribute stays as it is. */
    private @Nullable String address(Element.Attribute attribute) {
        List<Template.Part> parts = attribute.value().parts();
        if (parts.size() != 1 || !(parts.get(0) instanceof Template.Literal literal)) {
            return null;
        }
        return attribute.name().text().equals("srcset")
                ? candidates(literal)
                : assets.address(source, literal.span(), literal.text());
    }

    private @Nullable String candidates(Template.Literal literal) {
        StringBuilder changed = new StringBuilder();
        Matcher candidate = CANDIDATE.matcher(literal.text());
        int copied = 0;
        while (candidate.find()) {
            String address = assets.address(source, place(literal, candidate), candidate.group(1));
            if (address != null) {
                changed.append(literal.text(), copied, candidate.start(1)).append(address);
                copied = candidate.end(1);
            }
        }
        return copied == 0
                ? null
                : changed.append(literal.text().substring(copied)).toString();
    }

    /** The candidate itself, unless escapes before it have moved it. */
    private Span place(Template.Literal literal, Matcher candidate) {
        if (!source.slice(literal.span()).equals(literal.text())) {
            return literal.span();
        }
        int start = literal.span().start();
        return new Span(start + candidate.start(1), start + candidate.end(1));
    }
}
