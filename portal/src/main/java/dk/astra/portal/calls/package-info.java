/** How the portal asks the services: in the reader's language, with time limits, as the member of staff who is signed in. */
@NullMarked
package dk.astra.portal.calls;

import org.jspecify.annotations.NullMarked;
