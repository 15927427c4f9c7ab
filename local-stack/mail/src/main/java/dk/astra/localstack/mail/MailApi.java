package dk.astra.localstack.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SequenceWriter;

/**
 * {@code GET /api/mails?to=&since=&limit=&parts=false&raw=true} (newest first), {@code DELETE /api/mails}, {@code GET}
 * and {@code POST /api/faults} with {@code {"mode": "none|defer|refuse|unanswered|down", "recipient": part of address}}.
 */
final class MailApi {

    private final Mailbox mailbox;
    private final SmtpListener smtp;

    MailApi(Mailbox mailbox, SmtpListener smtp) {
        this.mailbox = mailbox;
        this.smtp = smtp;
    }

    void answer(HttpExchange exchange, Reply reply) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (call) {
            case "GET /api/mails" -> list(Query.of(exchange.getRequestURI()), reply);
            case "DELETE /api/mails" -> reply.json(200, Map.of("removed", mailbox.clear()));
            case "GET /api/faults" -> reply.json(200, new FaultView(smtp.fault().wire(), null));
            case "POST /api/faults" -> misbehave(exchange, reply);
            default -> reply.problem(404, "Known calls: GET and DELETE /api/mails, GET and POST /api/faults");
        }
    }

    private void list(Query query, Reply reply) throws IOException {
        List<MailSummary> mails = mailbox.find(query.get("to").orElse(""), since(query));
        long limit = query.get("limit").map(Long::parseLong).orElse(Long.MAX_VALUE);
        boolean parts = !query.get("parts").filter("false"::equals).isPresent();
        boolean raw = query.is("raw");
        try (OutputStream out = reply.stream("application/json");
                SequenceWriter array = Reply.JSON.writer().writeValuesAsArray(out)) {
            for (MailSummary mail : mails.stream().limit(limit).toList()) {
                array.write(parts || raw ? MailView.of(mailbox.read(mail), raw) : mail);
            }
        }
    }

    private static Instant since(Query query) {
        try {
            return query.get("since").map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("since is a time such as 2026-11-22T13:00:00Z", e);
        }
    }

    private void misbehave(HttpExchange exchange, Reply reply) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // a foreign page can send other types without asking
            reply.problem(415, "Content-Type is application/json");
            return;
        }
        try {
            FaultView wanted = Reply.JSON.readValue(exchange.getRequestBody(), FaultView.class);
            smtp.misbehave(Fault.of(wanted.mode()), wanted.recipient() == null ? "" : wanted.recipient());
            reply.json(200, wanted);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body is {\"mode\": \"none|defer|refuse|unanswered|down\"}", e);
        }
    }

    record FaultView(
            String mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String recipient) {}

    record MailView(
            String id,
            String messageId,
            List<String> to,
            String subject,
            Instant receivedAt,
            @Nullable String text,
            @Nullable String html,
            @Nullable String calendar,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String raw) {

        static MailView of(Mail mail, boolean withRaw) {
            MailSummary line = mail.summary();
            return new MailView(
                    line.id(),
                    line.messageId(),
                    line.to(),
                    line.subject(),
                    line.receivedAt(),
                    mail.text(),
                    mail.html(),
                    mail.calendar(),
                    withRaw ? mail.raw() : null);
        }
    }
}
