/**
 * Fills a running platform with the 2024 plan, its fourteen meetings and invented sign-ups, through the same
 * HTTP interfaces that everybody uses.
 */
@NullMarked
package dk.astra.localstack.demo;

import org.jspecify.annotations.NullMarked;
