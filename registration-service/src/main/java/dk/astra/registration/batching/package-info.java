/** What many ask at the same moment, asked once. */
@NullMarked
package dk.astra.registration.batching;

import org.jspecify.annotations.NullMarked;
