/** What people need to eat and to take part: kept apart, by consent, for days; see {@code docs/adr/0014}. */
@NullMarked
package dk.astra.registration.needs;

import org.jspecify.annotations.NullMarked;
