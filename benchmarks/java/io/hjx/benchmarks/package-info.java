/**
 * How fast it is, measured by JMH; {@code benchmarks/run} runs it and {@code docs/benchmarks.md} keeps what came out.
 * May import everything of the project.
 */
@NullMarked
package io.hjx.benchmarks;

import org.jspecify.annotations.NullMarked;
