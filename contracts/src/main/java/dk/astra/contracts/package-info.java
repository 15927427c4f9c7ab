/**
 * What the services say to each other: the facts on the streams, as plain records.
 *
 * <p>A record here is a promise to every reader, past and future: fields are only added, and only as
 * optional ones; a reader ignores what it does not know; a break is a new type {@code …v2}. No record
 * holds a name, an address or a free-text answer of a participant (promise P7).
 */
@NullMarked
package dk.astra.contracts;

import org.jspecify.annotations.NullMarked;
