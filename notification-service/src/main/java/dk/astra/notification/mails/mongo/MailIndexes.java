package dk.astra.notification.mails.mongo;

import dk.astra.messaging.Outboxes;
import dk.astra.notification.StoreIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class MailIndexes {

    @Bean
    StoreIndex pendingMails() {
        return new StoreIndex(MongoMails.COLLECTION, Outboxes.pendingIndex());
    }

    @Bean
    StoreIndex openMails() {
        return new StoreIndex(
                MongoMails.COLLECTION,
                new Index("open", Sort.Direction.ASC)
                        .on("priority", Sort.Direction.ASC)
                        .on("createdAt", Sort.Direction.ASC)
                        .named("open"));
    }

    @Bean
    StoreIndex mailsByState() {
        return by("state");
    }

    @Bean
    StoreIndex mailsByMeeting() {
        return by("meetingId");
    }

    @Bean
    StoreIndex mailsByRegistration() {
        return by("registrationId");
    }

    private static StoreIndex by(String field) {
        return new StoreIndex(
                MongoMails.COLLECTION,
                new Index(field, Sort.Direction.ASC)
                        .on("createdAt", Sort.Direction.DESC)
                        .named(field));
    }
}
