/** Groups over HTTP. */
@NullMarked
package dk.astra.registration.groups.web;

import org.jspecify.annotations.NullMarked;
