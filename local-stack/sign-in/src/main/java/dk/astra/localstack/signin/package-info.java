/** The embedded OpenID Connect provider: three members of staff, a client per service, keys that outlive a restart. */
@NullMarked
package dk.astra.localstack.signin;

import org.jspecify.annotations.NullMarked;
