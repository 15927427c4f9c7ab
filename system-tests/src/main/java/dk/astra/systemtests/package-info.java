/**
 * The platform as its users and operators meet it: real processes, real HTTP, real faults.
 *
 * <p>The tests start one stack per JVM on ports of its own, so that a running {@code ./tilmelding up} is not
 * disturbed. {@link dk.astra.systemtests.drills.Drills} is behind {@code ./tilmelding drill}.
 */
@NullMarked
package dk.astra.systemtests;

import org.jspecify.annotations.NullMarked;
