/** What the hot pieces cost by themselves, each beside the bare call it is built on. */
@NullMarked
package dk.astra.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
