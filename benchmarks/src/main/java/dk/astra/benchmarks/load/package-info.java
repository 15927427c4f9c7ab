/** Load over HTTP, closed and open loop, with as little work of its own as it can. */
@NullMarked
package dk.astra.benchmarks.load;

import org.jspecify.annotations.NullMarked;
