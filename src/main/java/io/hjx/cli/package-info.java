/**
 * The command line: {@code hjx dev} checks a component file, runs Payara Micro as a child process and waits for the
 * page; {@code hjx check} and {@code hjx parse} say what the compiler thinks of files.
 *
 * <p>Entry type: {@link io.hjx.cli.Main}. May import {@code lang}, {@code vanilla}, {@code security} for the names that
 * a server answers under, and picocli; nothing imports this package, and the WAR leaves it out. The only package that
 * writes to the standard streams.
 */
@NullMarked
package io.hjx.cli;

import org.jspecify.annotations.NullMarked;
