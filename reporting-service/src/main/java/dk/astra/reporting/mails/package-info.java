/** The latest state of every mail. */
@NullMarked
package dk.astra.reporting.mails;

import org.jspecify.annotations.NullMarked;
