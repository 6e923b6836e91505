package io.hjx.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.registry.ComponentFiles;
import io.hjx.registry.ComponentRegistry;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarFilesTest {
    private final Map<String, byte[]> war = new HashMap<>(Map.of(
            "/WEB-INF/components/Page.hjx",
                    "component Page\nlayout:\n  img (src=\"./logo.svg\", alt=\"\")\n".getBytes(UTF_8),
            "/WEB-INF/components/logo.svg", "<svg/>".getBytes(UTF_8),
            "/WEB-INF/web.xml", "<web-app/>".getBytes(UTF_8)));
    private final WarFiles files = new WarFiles(context());

    @Test
    void registry_fileBesideAComponent_isServed() {
        ComponentRegistry registry = new ComponentRegistry();
        registry.open(files, "", "0");

        String key = registry.find("Page").assets().iterator().next().key();
        assertThat(registry.find("Page").module()).contains("\"/assets/f/" + key + "\"");
        assertThat(registry.file(key).content()).isEqualTo("<svg/>".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../web.xml", "ui/../../web.xml", "/WEB-INF/web.xml"})
    void read_leadingOut_isOutside(String path) {
        assertThat(files.read(path)).isInstanceOf(ComponentFiles.Outside.class);
    }

    @Test
    void read_largerThanItsLimit_isTooLarge() {
        byte[] large = new byte[ComponentFiles.MAX_BYTES + 1];
        war.put("/WEB-INF/components/Large.hjx", large);
        war.put("/WEB-INF/components/large.png", large);

        assertThat(files.read("Large.hjx")).isInstanceOf(ComponentFiles.TooLarge.class);
        assertThat(files.read("large.png")).isInstanceOf(ComponentFiles.Found.class);
        assertThat(files.read("none.png")).isInstanceOf(ComponentFiles.Missing.class);
    }

    private ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    String path = (String) arguments[0];
                    return switch (method.getName()) {
                        case "getResourcePaths" ->
                            war.keySet().stream()
                                    .filter(name -> name.startsWith(path))
                                    .collect(Collectors.toSet());
                        case "getResourceAsStream" -> stream(path);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private InputStream stream(String path) {
        byte[] content = war.get(path);
        return content == null ? null : new ByteArrayInputStream(content);
    }
}
