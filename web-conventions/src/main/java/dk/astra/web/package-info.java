/**
 * What every HTTP interface of ours has alike (docs/http-api.md): problems in the reader's language, sign-in and
 * roles, tokens for calls between services, a bound on concurrent work. Decided in docs/adr/0002.
 */
@NullMarked
package dk.astra.web;

import org.jspecify.annotations.NullMarked;
