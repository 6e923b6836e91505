/** Benchmarks in a browser: the browser runtime beside JavaScript written by hand, and its growth. */
@NullMarked
package io.hjx.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
