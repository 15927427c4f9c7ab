/** What a mail says, in Danish and English. */
@NullMarked
package dk.astra.notification.templates;

import org.jspecify.annotations.NullMarked;
