/** Starts, watches and stops the processes of Tilmelding on one machine. */
@NullMarked
package dk.astra.localstack.launcher;

import org.jspecify.annotations.NullMarked;
