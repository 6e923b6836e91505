package io.hjx.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.MessageServer.Handler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers that never wait, on the thread that has brought the message. */
class ImmediateHandlersTest {

    private final MessagesFixture fixture = new MessagesFixture();
    private final List<String> handled = new ArrayList<>();

    @Test
    void message_nothingElseUnderWay_isHandledByTheCaller() {
        fixture.server.on("echo", Handler.immediate(message -> message.payload()));
        fixture.server.on("waits", message -> message.payload());
        var ann = fixture.connect("ann");

        ann.sayOnly("{\"type\":\"echo\",\"payload\":1,\"id\":1}");
        assertThat(ann.heard()).containsExactly("{\"replyTo\":1,\"payload\":1}");

        ann.sayOnly("{\"type\":\"waits\",\"payload\":2,\"id\":2}");
        assertThat(ann.heard()).isEmpty();
        fixture.workers.runAll();
        assertThat(ann.heard()).containsExactly("{\"replyTo\":2,\"payload\":2}");
    }

    @Test
    void message_whileAnotherIsHandled_keepsItsPlace() {
        var ann = fixture.connect("ann");
        fixture.server.on("first", message -> handled.add("first"));
        fixture.server.on("second", Handler.immediate(message -> handled.add("second")));

        ann.sayOnly("{\"type\":\"first\",\"id\":1}");
        ann.sayOnly("{\"type\":\"second\",\"id\":2}");
        assertThat(handled).isEmpty();
        fixture.workers.runAll();
        assertThat(handled).containsExactly("first", "second");
    }
}
