package dk.astra.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are delivered, prefix {@code delivery}.
 *
 * @param parallel mails under way at the same time ({@code DELIVERY_PARALLEL})
 * @param batch mails per look into the ledger, and addresses per question to registration-service
 *     ({@code DELIVERY_BATCH})
 * @param tick how often it looks by itself; a queued mail wakes it at once ({@code DELIVERY_TICK})
 * @param lease after which a mail that a crash left behind is sent again ({@code DELIVERY_LEASE})
 * @param timeLimit of one mail; must be shorter than the lease ({@code DELIVERY_TIME_LIMIT})
 * @param from the sender that participants see ({@code DELIVERY_FROM})
 */
@Validated
@ConfigurationProperties("delivery")
public record DeliverySettings(
        @DefaultValue("8") @Min(1) @Max(64) int parallel,
        @DefaultValue("100") @Min(1) @Max(200) int batch,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20s") Duration timeLimit,

        @DefaultValue("Astra <tilmelding@astra.example>") @NotBlank
        String from) {

    public DeliverySettings {
        if (timeLimit.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("delivery.time-limit must be shorter than delivery.lease");
        }
    }
}
