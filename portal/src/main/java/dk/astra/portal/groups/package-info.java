/** Signing several people up at once, and the list of their places. */
@NullMarked
package dk.astra.portal.groups;

import org.jspecify.annotations.NullMarked;
