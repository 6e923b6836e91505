/**
 * The servlets of HJX: pages, assets, health and metrics.
 *
 * <p>May import {@code registry}, {@code security}, {@code runtime}, the face of {@code lang}, {@code api} and Jakarta
 * Servlet; never another adapter.
 */
@NullMarked
package io.hjx.web;

import org.jspecify.annotations.NullMarked;
