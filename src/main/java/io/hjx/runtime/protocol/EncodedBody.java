package io.hjx.runtime.protocol;

/**
 * The part of an update that all subscribers share, encoded once: in JSON the members {@code "epoch":…,"version":…,
 * "state":{…}} or {@code "patch":[…]} in place of the last, without braces around them.
 *
 * @param version the version that it leads to
 */
public record EncodedBody(String text, long version) {}
