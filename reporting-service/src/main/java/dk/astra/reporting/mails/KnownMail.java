package dk.astra.reporting.mails;

import dk.astra.reporting.facts.MailFigures;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail as its latest fact told it; of its addressee nothing.
 *
 * @param factId that fact
 */
@Document("mails")
public record KnownMail(@Id String mailId, long version, String meetingId, MailFigures figures, String factId) {}
