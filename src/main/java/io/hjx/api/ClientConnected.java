package io.hjx.api;

/** The CDI event of a client that has connected: {@code void seen(@Observes ClientConnected event)}. Immutable. */
public record ClientConnected(HjxServer.Client client) {}
