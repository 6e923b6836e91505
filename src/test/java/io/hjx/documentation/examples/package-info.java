/** The Java of {@code docs/examples.md}: what stands there is what is compiled and run here. */
package io.hjx.documentation.examples;
