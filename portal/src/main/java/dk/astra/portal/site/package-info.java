/** What every page has alike: layout data, language, dates in words, errors, sign-in of staff. */
@NullMarked
package dk.astra.portal.site;

import org.jspecify.annotations.NullMarked;
