package io.hjx.embedded;

import io.hjx.api.HjxServer;
import io.hjx.api.ServerOptions;

/** Makes servers for programs. Stateless. */
public final class EmbeddedLauncher implements HjxServer.Launcher {

    @Override
    public HjxServer create(ServerOptions options) {
        return EmbeddedServer.of(options, System.getenv());
    }
}
