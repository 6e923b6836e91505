/**
 * The live runtime on a real server beside the least that a WebSocket endpoint can do, in the same process and run: a
 * load client of its own, a server with both, and what is measured.
 */
@NullMarked
package io.hjx.benchmarks.live;

import org.jspecify.annotations.NullMarked;
