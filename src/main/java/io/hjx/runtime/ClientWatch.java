package io.hjx.runtime;

import io.hjx.runtime.fanout.Client;

/** Who is told of each client that comes and goes. Told on the threads of connections: must be quick, and not throw. */
public interface ClientWatch {

    /** Nobody is told. */
    ClientWatch NONE = new ClientWatch() {
        @Override
        public void connected(Client client) {}

        @Override
        public void disconnected(Client client) {}
    };

    /** A client has connected, and has heard nothing yet. */
    void connected(Client client);

    /** The client is gone; told once, after {@link #connected}. */
    void disconnected(Client client);
}
