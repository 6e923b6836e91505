/**
 * The JavaScript engine behind {@code spi.ScriptEngine}: GraalJS, confined, on threads of its own.
 *
 * <p>Entry type: {@link io.hjx.script.GraalScriptEngine}. The only package that knows {@code org.graalvm}; the lean WAR
 * comes without those classes, so nothing outside may load this package's types before it has looked for them. May
 * import the runtime's ports and {@code lang}.
 */
@NullMarked
package io.hjx.script;

import org.jspecify.annotations.NullMarked;
