package io.hjx.documentation.examples;

import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.HjxServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

@ApplicationScoped
@Handles("Announcement")
public class Announcements {

    @Inject
    HjxServer server;

    @Handler
    void announce(@NotBlank @Size(max = 200) String text) {
        server.broadcast("notification", Map.of("text", text.strip()));
    }
}
