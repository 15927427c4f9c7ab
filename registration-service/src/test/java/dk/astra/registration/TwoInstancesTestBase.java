package dk.astra.registration;

import dk.astra.registration.RegistrationApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two instances share nothing but the store: within one, requests of a meeting line up anyway. */
abstract class TwoInstancesTestBase extends RegistrationServiceTestBase {

    @Autowired
    Environment environment;

    ConfigurableApplicationContext second;
    RegistrationApi otherInstance;

    @BeforeAll
    void startASecondInstance() {
        second = new SpringApplicationBuilder(RegistrationServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + environment.getProperty("spring.mongodb.uri"),
                        "--spring.kafka.bootstrap-servers=" + environment.getProperty("spring.kafka.bootstrap-servers"),
                        "--tilmelding.signin.issuer=" + environment.getProperty("tilmelding.signin.issuer"),
                        "--tilmelding.secret=" + environment.getProperty("tilmelding.secret"));
        otherInstance = new RegistrationApi(
                Integer.parseInt(String.valueOf(second.getEnvironment().getProperty("local.server.port"))));
    }

    @AfterAll
    void stopTheSecondInstance() {
        second.close();
    }

    RegistrationApi instance(int i) {
        return i % 2 == 0 ? api : otherInstance;
    }

    static List<Answer> inParallel(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
