package dk.astra.reporting.registrations.messaging;

import dk.astra.contracts.registrations.AttendanceRecorded;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationChanged;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationLinkRequested;
import dk.astra.contracts.registrations.RegistrationMoved;
import dk.astra.contracts.registrations.RegistrationNamed;
import dk.astra.contracts.registrations.RegistrationOffered;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationTransferred;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.messaging.Poll;
import dk.astra.reporting.registrations.LearnRegistrations;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationStream {

    @Bean
    Consumer<Poll> followRegistrations(MessageDispatcher dispatcher, LearnRegistrations learn) {
        return dispatcher
                .forBatches("followRegistrations", learn::learn)
                .on(RegistrationCreated.class, (fact, headers) -> learn.statusChanged(fact.registration(), headers))
                .on(RegistrationPromoted.class, (fact, headers) -> learn.statusChanged(fact.registration(), headers))
                .on(RegistrationCancelled.class, (fact, headers) -> learn.statusChanged(fact.registration(), headers))
                .on(RegistrationChanged.class, (fact, headers) -> learn.changed(fact.registration(), headers))
                .on(
                        AttendanceRecorded.class,
                        (fact, headers) -> learn.attendanceRecorded(fact.registration(), fact.attended(), headers))
                .on(RegistrationMoved.class, (fact, headers) -> learn.statusChanged(fact.registration(), headers))
                .on(RegistrationTransferred.class, (fact, headers) -> learn.changed(fact.registration(), headers))
                .on(RegistrationNamed.class, (fact, headers) -> learn.changed(fact.registration(), headers))
                .on(RegistrationLinkRequested.class, (fact, headers) -> learn.changed(fact.registration(), headers))
                // waiting until the seat is taken
                .on(RegistrationOffered.class, (fact, headers) -> learn.changed(fact.registration(), headers))
                .on(RegistrationErased.class, (fact, headers) -> learn.erased(fact.registration(), headers))
                .build();
    }
}
