/**
 * What applications use of HJX: the only package whose types they may rely on.
 *
 * <p>Entry type: {@link io.hjx.api.Hjx}. Interfaces, values and annotations; imports nothing but Java and the
 * annotations of Jakarta Inject and CDI.
 */
@NullMarked
package io.hjx.api;

import org.jspecify.annotations.NullMarked;
