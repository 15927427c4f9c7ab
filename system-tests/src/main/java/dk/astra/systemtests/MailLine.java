package dk.astra.systemtests;

/** A mail in the mailbox, without its content. */
public record MailLine(String messageId, String to, String subject) {}
