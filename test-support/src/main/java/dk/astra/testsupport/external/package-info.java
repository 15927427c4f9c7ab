/** Infrastructure that somebody else runs, at given addresses. */
@NullMarked
package dk.astra.testsupport.external;

import org.jspecify.annotations.NullMarked;
