package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.registry.ComponentFiles;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.Deployed;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Components made by hand, and a registry that has them. */
final class Components {
    private Components() {}

    static CompiledComponent component(String name, String hash, String module, CompiledComponent... imports) {
        return component(name, hash, module, List.of(), imports);
    }

    static CompiledComponent forRole(String name, String role) {
        Span nowhere = Span.at(0);
        Declaration.Access view =
                new Declaration.Access(nowhere, new Name(nowhere, "view"), List.of(new Name(nowhere, role)));
        return component(name, "h" + name, "export default 1;", List.of(view));
    }

    private static CompiledComponent component(
            String name, String hash, String module, List<Declaration.Access> access, CompiledComponent... imports) {
        SourceFile source = new SourceFile(name + ".hjx", "component " + name + "\n# <b>\n");
        Span nowhere = Span.at(0);
        ComponentFile file = new ComponentFile(
                nowhere,
                new Name(nowhere, name),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                access,
                null,
                List.of(),
                null,
                List.of());
        ComponentModel model = new ComponentModel(
                source,
                file,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Stream.of(imports).collect(Collectors.toMap(CompiledComponent::name, CompiledComponent::model)),
                Set.of(),
                Map.of());
        String css = "." + name.toLowerCase(Locale.ROOT) + " { top: 0 }\n";
        return new CompiledComponent(
                ComponentProgram.of(model), css, module, hash, List.of(imports), Set.of(source.path()), List.of());
    }

    /** Files that all have the same content. */
    static ComponentFiles files(byte[] content) {
        return new ComponentFiles() {
            @Override
            public Map<String, String> list() {
                return Map.of();
            }

            @Override
            public String stamp(String path) {
                return "";
            }

            @Override
            public Lookup read(String path) {
                return new Found(path, content);
            }
        };
    }

    static Deployed deployed(CompiledComponent component) {
        return new Deployed(component.name(), component.source(), component, List.of(), Map.of());
    }

    static ComponentRegistry registry(Deployed... deployed) {
        Map<String, Deployed> byName = new TreeMap<>();
        for (Deployed one : deployed) {
            byName.put(one.name(), one);
        }
        return new ComponentRegistry() {
            @Override
            public CompiledComponent find(String name) {
                Deployed found = byName.get(name);
                return found == null ? null : found.component();
            }

            @Override
            public Deployed deployed(String name) {
                return byName.get(name);
            }

            @Override
            public Collection<Deployed> all() {
                return byName.values();
            }

            @Override
            public String moduleUrl(CompiledComponent component) {
                return "/app/assets/c/" + component.hash() + "/" + component.name() + ".js";
            }
        };
    }
}
