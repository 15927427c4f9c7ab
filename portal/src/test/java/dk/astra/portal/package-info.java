/** Pages against stubs that answer as docs/http-api.md says. */
@NullMarked
package dk.astra.portal;

import org.jspecify.annotations.NullMarked;
