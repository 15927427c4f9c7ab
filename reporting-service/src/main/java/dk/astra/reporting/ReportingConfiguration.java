package dk.astra.reporting;

import dk.astra.messaging.Outboxes;
import dk.astra.web.AccessRules;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.http.HttpMethod;

/** Who may read what, how dates are stored, and the indexes. */
@Configuration(proxyBeanMethods = false)
class ReportingConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.PUT, "/api/plans/*").hasRole("ADMINISTRATOR");
            requests.requestMatchers("/api/plans/**", "/api/reach", "/api/facts")
                    .hasRole("MANAGER");
        };
    }

    /** A date is a text, 2027-05-12: the driver's own date would depend on the zone of the machine. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(DateToText.INSTANCE, TextToDate.INSTANCE));
    }

    /** Correctness rests on {@code _id} alone; these only keep reads quick. */
    @Bean
    SmartInitializingSingleton indexes(MongoTemplate mongo) {
        return () -> {
            index(mongo, "registrations", "meetingId", "by-meeting");
            index(mongo, "mails", "meetingId", "by-meeting");
            index(mongo, "evidence", "planId", "by-plan");
            mongo.indexOps("evidence").createIndex(Outboxes.pendingIndex());
        };
    }

    private static void index(MongoTemplate mongo, String collection, String field, String name) {
        mongo.indexOps(collection).createIndex(new Index(field, Sort.Direction.ASC).named(name));
    }

    @WritingConverter
    private enum DateToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    @ReadingConverter
    private enum TextToDate implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
