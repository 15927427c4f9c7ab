package dk.astra.portal.calls;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services answer, prefix {@code portal.services}.
 *
 * @param event event-service ({@code TILMELDING_EVENT_URL})
 * @param registration registration-service ({@code TILMELDING_REGISTRATION_URL})
 * @param notification notification-service ({@code TILMELDING_NOTIFICATION_URL})
 * @param reporting reporting-service ({@code TILMELDING_REPORTING_URL})
 */
@ConfigurationProperties("portal.services")
public record ServiceAddresses(String event, String registration, String notification, String reporting) {}
