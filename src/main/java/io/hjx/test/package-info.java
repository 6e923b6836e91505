/**
 * The test kit of applications: components are driven without a browser and without a server, in virtual time.
 *
 * <p>Entry type: {@link io.hjx.test.LiveTest}. Wires the real runtime with the real codecs, as {@code io.hjx.cdi} does
 * in a server; may import {@code runtime}, {@code runtime.store}, {@code lang}, {@code json}, {@code script} and
 * {@code security}. Shipped in an archive of its own, never in the WAR. Everything here belongs to the test's thread.
 */
@NullMarked
package io.hjx.test;

import org.jspecify.annotations.NullMarked;
