/**
 * The server outside a container: a program starts it, and the application in it gets what the program gives.
 *
 * <p>Entry types: {@link io.hjx.embedded.EmbeddedServer} for the program, {@link io.hjx.embedded.Program} for the
 * application. Both see the very same classes of this package and of {@code api}; the rest of HJX is the application's
 * alone. May import {@code api}.
 */
@NullMarked
package io.hjx.embedded;

import org.jspecify.annotations.NullMarked;
