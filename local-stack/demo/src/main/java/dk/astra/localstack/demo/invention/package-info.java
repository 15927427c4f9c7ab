/** Invents institutions, people and sign-ups; the same seed gives the same ones. No real person is among them. */
@NullMarked
package dk.astra.localstack.demo.invention;

import org.jspecify.annotations.NullMarked;
