package io.hjx.websocket;

import java.util.concurrent.Executor;

/**
 * The threads that may wait for the network. Thread-safe; each connection hands in at most one ping and one close at a
 * time.
 *
 * @param pings apart from closes: clients that take long to be closed must not make the others look silent
 */
public record PatientThreads(Executor pings, Executor closes) {}
