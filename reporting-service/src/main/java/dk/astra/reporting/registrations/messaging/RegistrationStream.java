package dk.astra.reporting.registrations.messaging;

import dk.astra.contracts.registrations.AttendanceRecorded;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationChanged;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.reporting.registrations.LearnRegistrations;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class RegistrationStream {

    @Bean
    Consumer<Message<byte[]>> followRegistrations(MessageDispatcher dispatcher, LearnRegistrations learn) {
        return dispatcher
                .forFunction("followRegistrations")
                .on(RegistrationCreated.class, (fact, headers) -> learn.changeStatus(fact.registration(), headers))
                .on(RegistrationPromoted.class, (fact, headers) -> learn.changeStatus(fact.registration(), headers))
                .on(RegistrationCancelled.class, (fact, headers) -> learn.changeStatus(fact.registration(), headers))
                .on(RegistrationChanged.class, (fact, headers) -> learn.change(fact.registration(), headers))
                .on(
                        AttendanceRecorded.class,
                        (fact, headers) -> learn.recordAttendance(fact.registration(), fact.attended(), headers))
                .on(RegistrationErased.class, (fact, headers) -> learn.erase(fact.registration(), headers))
                .build();
    }
}
