/**
 * Management's numbers: the plan with its measures, and the reach of the meetings. Follows the streams
 * {@code meetings}, {@code registrations} and {@code deliveries}; writes {@code evidence}.
 *
 * <p>Two things are kept of every fact: a small document in the trail ({@code facts}), and the latest state of
 * its aggregate ({@code meetings}, {@code registrations}, {@code mails}). Numbers are counted from the states,
 * lists open from the trail, and a recount of the trail gives the same numbers (P8). Both come from the streams
 * only and can be built again from them; plans and the words of evidence are entered by staff and live here. No
 * name, address or answer of a participant comes here (P7).
 */
@NullMarked
package dk.astra.reporting;

import org.jspecify.annotations.NullMarked;
