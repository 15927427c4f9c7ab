package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@SpringBootTest(properties = "tilmelding.secret=of-the-test")
@WithInfrastructure
class WithInfrastructureIT {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void givesTheApplicationADatabaseOfItsOwn(@Autowired MongoClient client, @Autowired Environment environment) {
        assertThat(environment.getProperty("spring.mongodb.uri")).contains("/withinfrastructureit_");
        client.getDatabase("test").getCollection("c").insertOne(new Document("_id", 1));
        assertThat(client.getDatabase("test").getCollection("c").countDocuments())
                .isOne();
    }

    @Test
    void letsTheTestsOwnPropertiesWin(@Autowired Environment environment) {
        assertThat(environment.getProperty("tilmelding.secret")).isEqualTo("of-the-test");
        assertThat(environment.getProperty("tilmelding.signin.issuer")).startsWith("http://localhost:");
    }

    @Test
    void watchesTheCommandsOfTheApplication(@Autowired MongoClient client) {
        var collection = client.getDatabase("test").getCollection("d");
        assertThatThrownBy(() -> collection
                        .aggregate(List.of(Document.parse("{$bucketAuto: {}}")))
                        .first())
                .isInstanceOf(RuntimeException.class);
        assertThat(StoreRules.LISTENER.takeViolations()).containsExactly("aggregation stage $bucketAuto");
        collection.updateOne(new Document("_id", 1), Updates.set("a", 1));
        assertThat(StoreRules.LISTENER.takeViolations()).isEmpty();
    }
}
