package dk.astra.reporting;

import dk.astra.testsupport.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The whole service on its infrastructure. One context for all tests: two in one JVM would be two instances of one
 * consumer group, and a fact that a test tells could go to the other one's database.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure(database = "reporting_service_tests")
public @interface ReportingServiceTest {

    /** Forgets what other tests left. */
    final class Store {

        private Store() {}

        public static void empty(MongoTemplate mongo) {
            for (String collection : new String[] {"meetings", "registrations", "mails", "evidence"}) {
                mongo.remove(new Query(), collection);
            }
        }
    }
}
