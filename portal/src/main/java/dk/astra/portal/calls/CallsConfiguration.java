package dk.astra.portal.calls;

import dk.astra.web.Neighbours;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client per service. */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

    @Bean
    ServiceCalls eventCalls(Neighbours neighbours, ServiceAddresses addresses, StaffToken token) {
        return new ServiceCalls(neighbours, "event-service", addresses.event(), token);
    }

    @Bean
    ServiceCalls registrationCalls(Neighbours neighbours, ServiceAddresses addresses, StaffToken token) {
        return new ServiceCalls(neighbours, "registration-service", addresses.registration(), token);
    }

    @Bean
    ServiceCalls notificationCalls(Neighbours neighbours, ServiceAddresses addresses, StaffToken token) {
        return new ServiceCalls(neighbours, "notification-service", addresses.notification(), token);
    }

    @Bean
    ServiceCalls reportingCalls(Neighbours neighbours, ServiceAddresses addresses, StaffToken token) {
        return new ServiceCalls(neighbours, "reporting-service", addresses.reporting(), token);
    }
}
