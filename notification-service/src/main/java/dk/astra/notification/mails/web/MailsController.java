package dk.astra.notification.mails.web;

import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.RetryMail;
import dk.astra.notification.mails.State;
import dk.astra.web.AccessRules;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/mails")
@Tag(name = "Mails", description = "What became of every mail that was due. Needs the role ORGANISER.")
class MailsController {

    private static final int MOST = 500;

    private final Mails mails;
    private final RetryMail retryMail;

    MailsController(Mails mails, RetryMail retryMail) {
        this.mails = mails;
        this.retryMail = retryMail;
    }

    @GetMapping
    @Operation(
            summary = "Mails, newest first",
            description = "Conditions that are given must all hold. Addresses are not stored and so not shown.")
    MailView.Page list(
            @RequestParam(required = false) @Nullable String meetingId,
            @RequestParam(required = false) @Nullable String registrationId,
            @RequestParam(required = false) @Nullable State state,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidFields("limit", "out-of-range");
        }
        return new MailView.Page(mails.list(blankToNull(meetingId), blankToNull(registrationId), state, limit).stream()
                .map(MailView::of)
                .toList());
    }

    @PostMapping("/{mailId}/retry")
    @Operation(
            summary = "Try a mail again",
            description = "A failed mail becomes due again, a deferred one at once. A mail that was sent or withdrawn,"
                    + " or is being sent, is refused with 409 mail-not-failed.")
    MailView retry(
            @PathVariable String mailId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        IdempotencyKey known = IdempotencyKey.of(key, "POST /api/mails/" + mailId + "/retry", "");
        return MailView.of(retryMail.retry(mailId, known == null ? null : known.value()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        AccessRules mailsForOrganisers() {
            return requests ->
                    requests.requestMatchers("/api/mails", "/api/mails/**").hasRole("ORGANISER");
        }
    }
}
