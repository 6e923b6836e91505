package io.hjx.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.Extension;
import java.util.List;
import org.junit.jupiter.api.Test;

class HjxEndpointConfiguratorTest {

    private static final List<String> SUPPORTED = List.of("hjx.v1", "hjx.v1.cbor");

    private final HjxEndpointConfigurator configurator = new HjxEndpointConfigurator();

    @Test
    void subprotocol_several_isTheFirstThatIsAskedForAndKnown() {
        assertThat(negotiated("hjx.v1.cbor", "hjx.v1")).isEqualTo("hjx.v1.cbor");
        assertThat(negotiated("hjx.v9", " hjx.v1")).isEqualTo("hjx.v1");
        assertThat(negotiated("chat")).isEmpty();
        assertThat(configurator.getNegotiatedSubprotocol(List.of(), List.of("hjx.v1")))
                .isEmpty();
    }

    private String negotiated(String... requested) {
        return configurator.getNegotiatedSubprotocol(SUPPORTED, List.of(requested));
    }

    @Test
    void extensions_ofTheContainerAndTheClient_areNone() {
        Extension deflate = new Extension() {
            @Override
            public String getName() {
                return "permessage-deflate";
            }

            @Override
            public List<Parameter> getParameters() {
                return List.of();
            }
        };

        assertThat(configurator.getNegotiatedExtensions(List.of(deflate), List.of(deflate)))
                .isEmpty();
    }
}
