/**
 * The bare references: the same request parsed, validated and answered by a Spring Boot application that does nothing
 * else (a), and the same with one acknowledged insert by the bare driver (b).
 */
@NullMarked
package dk.astra.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
