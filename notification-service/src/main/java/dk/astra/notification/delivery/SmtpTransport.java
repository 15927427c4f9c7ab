package dk.astra.notification.delivery;

import dk.astra.notification.mails.Reason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** SMTP with a time limit and a circuit breaker; failures of the server count, refusals of a mail do not. */
@Component
class SmtpTransport implements MailTransport {

    private static final Logger log = LoggerFactory.getLogger(SmtpTransport.class);

    private final SmtpConnections connections;
    private final MimeMails mimeMails;
    private final TimeLimiter timeLimiter;
    private final CircuitBreaker breaker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Reason lastTrouble = Reason.SMTP_UNREACHABLE;

    SmtpTransport(JavaMailSenderImpl sender, DeliverySettings settings, CircuitBreakerRegistry breakers, Clock clock) {
        this.connections = new SmtpConnections(sender, clock);
        this.mimeMails = new MimeMails(sender.getSession(), settings.from(), clock);
        this.timeLimiter = TimeLimiter.of(
                "smtp",
                TimeLimiterConfig.custom()
                        .timeoutDuration(settings.timeLimit())
                        .cancelRunningFuture(true)
                        .build());
        this.breaker = breakers.circuitBreaker(
                "smtp",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(3)
                        .failureRateThreshold(50)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(
                                Duration.ofSeconds(1), 1.5, Duration.ofSeconds(5)))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
    }

    @Override
    public boolean isReachable() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    @Override
    public boolean isProbing() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    @Override
    public Reason trouble() {
        return lastTrouble;
    }

    @Override
    public Handover send(OutgoingMail mail) {
        MimeMessage message;
        try {
            message = mimeMails.of(mail);
        } catch (MessagingException e) {
            return SmtpAnswers.toSending(e, -1);
        }
        if (!breaker.tryAcquirePermission()) {
            return new Handover.Deferred(lastTrouble, false);
        }
        long start = System.nanoTime();
        Handover handover = withinTimeLimit(mail.mailId(), message);
        long took = System.nanoTime() - start;
        if (handover instanceof Handover.Deferred deferred && deferred.isOutage()) {
            lastTrouble = deferred.reason();
            breaker.onError(took, TimeUnit.NANOSECONDS, new OutageSeen());
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return handover;
    }

    private Handover withinTimeLimit(String mailId, MimeMessage message) {
        try {
            return timeLimiter.executeFutureSupplier(() -> threads.submit(() -> talk(mailId, message)));
        } catch (TimeoutException e) {
            log.warn("mail {}: no answer within the time limit", mailId);
            return new Handover.Deferred(Reason.SMTP_UNREACHABLE, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.Deferred(Reason.SMTP_UNREACHABLE, false);
        } catch (Exception e) {
            log.error("mail {}: {}", mailId, e.getClass().getName());
            return new Handover.Deferred(Reason.INTERNAL_ERROR, false);
        }
    }

    private Handover talk(String mailId, MimeMessage message) throws MessagingException {
        SMTPTransport transport = connections.takeIdle();
        if (transport == null) {
            transport = connections.fresh();
            try {
                connections.connect(transport);
            } catch (MessagingException e) {
                log.warn("mail server: {}, code {}", e.getClass().getSimpleName(), transport.getLastReturnCode());
                Handover.Deferred refused = SmtpAnswers.toConnecting(e, transport.getLastReturnCode());
                connections.close(transport);
                return refused;
            }
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            connections.giveBack(transport);
            return new Handover.Accepted();
        } catch (MessagingException e) {
            // never the message of the exception: servers repeat the address in it (P7)
            log.warn("mail {}: {}, code {}", mailId, e.getClass().getSimpleName(), transport.getLastReturnCode());
            Handover answer = SmtpAnswers.toSending(e, transport.getLastReturnCode());
            connections.close(transport);
            return answer;
        }
    }

    @Override
    public void closeIdle() {
        connections.closeIdle();
    }

    private static final class OutageSeen extends RuntimeException {
        OutageSeen() {
            super("mail server", null, false, false);
        }
    }
}
