package dk.astra.portal.registration;

import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Hands a sign-up to registration-service, and what that answers to the receipt page of the same browser. */
@Component
class SendSignUp {

    private static final Logger log = LoggerFactory.getLogger(SendSignUp.class);

    private final Registrations registrations;
    private final ReceiptCookie receipts;
    private final Wording wording;

    SendSignUp(Registrations registrations, ReceiptCookie receipts, Wording wording) {
        this.registrations = registrations;
        this.receipts = receipts;
        this.wording = wording;
    }

    /**
     * Registers nothing for a machine, which sees the same as a person.
     *
     * @return false where these very answers were sent before and the registration was cancelled since: nothing is done
     * @throws HttpClientErrorException where it is refused
     * @throws NeighbourUnavailable where there is no answer: it may be in or not, and can be sent again
     */
    boolean send(SignUp signUp, HttpServletRequest request, HttpServletResponse response) {
        SignUpForm form = signUp.form();
        if (form.isFromMachine()) {
            log.info("a machine filled the form of meeting {}", signUp.meetingId());
            return true;
        }
        try {
            Receipt receipt = registrations.register(signUp, wording.language());
            if (receipt.isCancelled()) {
                return false;
            }
            receipts.write(ReceiptCookie.Content.of(receipt, form.email()), signUp.receiptPath(), request, response);
            return true;
        } catch (NeighbourUnavailable away) {
            log.warn("no answer from registration-service to a registration for meeting {}", signUp.meetingId());
            throw away;
        }
    }
}
