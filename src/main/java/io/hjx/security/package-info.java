/**
 * Who may connect, from where, how many, and what they may do.
 *
 * <p>Entry types: {@link io.hjx.security.OriginPolicy}, {@link io.hjx.security.RoleAuthorizer},
 * {@link io.hjx.security.ConnectionLimits}. May import {@code runtime.spi}, {@code lang}'s face, {@code api} and
 * Jakarta Servlet; the adapters that ask it are {@code websocket} and {@code web}.
 */
@NullMarked
package io.hjx.security;

import org.jspecify.annotations.NullMarked;
