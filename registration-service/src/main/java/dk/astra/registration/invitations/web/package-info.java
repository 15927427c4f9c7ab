/** HTTP interface of invitations. */
@NullMarked
package dk.astra.registration.invitations.web;

import org.jspecify.annotations.NullMarked;
