/**
 * From a component's model to what a browser shows: the ES module, the first HTML, the scoped style.
 *
 * <p>Entry types: {@link io.hjx.lang.emit.JsEmitter}, {@link io.hjx.lang.emit.HtmlRenderer}. May import
 * {@code lang.ast}, {@code lang.analyze}, {@code lang.value}, {@code lang.eval}.
 */
@NullMarked
package io.hjx.lang.emit;

import org.jspecify.annotations.NullMarked;
