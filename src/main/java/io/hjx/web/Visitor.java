package io.hjx.web;

import io.hjx.runtime.spi.Principal;

/**
 * Who asks for a page. Immutable.
 *
 * @param session the id of the browser session; empty where there is none
 */
public record Visitor(Principal principal, String session) {}
