package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ServerMessage.NamedEvent;

/**
 * An event with its place among the changes: it belongs behind the change to this version and before the next.
 * Immutable.
 */
public record Emission(long version, NamedEvent event) {}
