package dk.astra.notification.mails;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** Only a failed or waiting mail can be tried again. */
public final class MailNotFailed extends Refusal {

    MailNotFailed(State state) {
        super("mail-not-failed", HttpStatus.CONFLICT, state.name());
        with("state", state.name());
    }
}
