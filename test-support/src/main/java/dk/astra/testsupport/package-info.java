/**
 * What tests need: infrastructure of the chosen kind, contract suites, builders, architecture rules.
 *
 * <p>A module depends on this with scope {@code test}. Start with {@link dk.astra.testsupport.WithInfrastructure}
 * for a Spring Boot test, or {@link dk.astra.testsupport.Infrastructure#current()} without Spring.
 */
@NullMarked
package dk.astra.testsupport;

import org.jspecify.annotations.NullMarked;
