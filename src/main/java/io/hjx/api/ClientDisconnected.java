package io.hjx.api;

/** The CDI event of a client that is gone: {@code void gone(@Observes ClientDisconnected event)}. Immutable. */
public record ClientDisconnected(HjxServer.Client client) {}
