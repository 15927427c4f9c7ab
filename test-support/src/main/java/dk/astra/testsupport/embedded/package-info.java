/** Infrastructure as child processes of local-stack's jars. */
@NullMarked
package dk.astra.testsupport.embedded;

import org.jspecify.annotations.NullMarked;
