package dk.astra.notification.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** DEGRADED, never DOWN, while mails wait for long or the mail server is away: nothing is lost meanwhile. */
@Component
class DeliveryHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");
    private static final double LONG_WAIT_SECONDS = 60;

    private final DeliveryMeters meters;
    private final MailTransport transport;

    DeliveryHealthIndicator(DeliveryMeters meters, MailTransport transport) {
        this.meters = meters;
        this.transport = transport;
    }

    @Override
    public Health health() {
        boolean away = !transport.isReachable();
        double age = meters.queueAge();
        Health.Builder health = away || age > LONG_WAIT_SECONDS ? Health.status(DEGRADED) : Health.up();
        return health.withDetail("mailServer", away ? transport.trouble().name() : "answers")
                .withDetail("queueAgeSeconds", age)
                .build();
    }
}
