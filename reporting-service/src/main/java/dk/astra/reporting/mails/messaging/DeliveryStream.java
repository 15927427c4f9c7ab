package dk.astra.reporting.mails.messaging;

import static dk.astra.reporting.facts.MailFigures.Outcome.DEFERRED;
import static dk.astra.reporting.facts.MailFigures.Outcome.FAILED;
import static dk.astra.reporting.facts.MailFigures.Outcome.SENT;

import dk.astra.contracts.deliveries.MailDeferred;
import dk.astra.contracts.deliveries.MailFailed;
import dk.astra.contracts.deliveries.MailSent;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.messaging.Poll;
import dk.astra.reporting.mails.LearnMails;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryStream {

    @Bean
    Consumer<Poll> followDeliveries(MessageDispatcher dispatcher, LearnMails mails) {
        return dispatcher
                .forBatches("followDeliveries", mails::learn)
                .on(MailSent.class, (fact, headers) -> mails.told(fact.mail(), SENT, null, headers))
                .on(MailDeferred.class, (fact, headers) -> mails.told(fact.mail(), DEFERRED, fact.reason(), headers))
                .on(MailFailed.class, (fact, headers) -> mails.told(fact.mail(), FAILED, fact.reason(), headers))
                .build();
    }
}
