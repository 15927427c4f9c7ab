/** The embedded mail server: takes every mail over SMTP, keeps it in a folder and shows it on a page. */
@NullMarked
package dk.astra.localstack.mail;

import org.jspecify.annotations.NullMarked;
