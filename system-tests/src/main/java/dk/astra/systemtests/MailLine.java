package dk.astra.systemtests;

import java.time.Instant;

/** A mail in the mailbox, without its content. */
public record MailLine(String messageId, String to, String subject, Instant receivedAt) {}
