/** Infrastructure in containers; tests are skipped visibly where no engine answers. */
@NullMarked
package dk.astra.testsupport.containers;

import org.jspecify.annotations.NullMarked;
