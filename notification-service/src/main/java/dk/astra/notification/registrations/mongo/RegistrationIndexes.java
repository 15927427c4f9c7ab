package dk.astra.notification.registrations.mongo;

import dk.astra.notification.StoreIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class RegistrationIndexes {

    @Bean
    StoreIndex liveRegistrations() {
        return new StoreIndex(
                "registrations",
                new Index("liveAt", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("live"));
    }
}
