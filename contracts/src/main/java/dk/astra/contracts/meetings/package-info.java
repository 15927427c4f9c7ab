/** The {@code meetings} stream, keyed by meeting: each fact carries the meeting's full public state. */
@NullMarked
package dk.astra.contracts.meetings;

import org.jspecify.annotations.NullMarked;
