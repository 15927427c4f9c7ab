/**
 * The web site: participants, organisers and management. Calls the services' HTTP APIs, owns no data and holds no
 * business rule; every page works without JavaScript, in Danish and in English.
 */
@NullMarked
package dk.astra.portal;

import org.jspecify.annotations.NullMarked;
