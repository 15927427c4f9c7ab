package dk.astra.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a Spring Boot test the infrastructure of {@link Infrastructure#current()} and a {@link TestSignIn}.
 *
 * <p>Sets, each only started when the application asks for it: {@code spring.mongodb.uri},
 * {@code spring.kafka.bootstrap-servers}, {@code spring.mail.host} and {@code .port},
 * {@code tilmelding.signin.issuer}, {@code .client-id} and {@code .client-secret}, {@code tilmelding.secret}.
 * Where the chosen kind cannot be had, the class is skipped with the reason.
 * What the test class sets itself ({@code @TestPropertySource}, {@code properties = …}) wins. Use it as
 * {@code @SpringBootTest(webEnvironment = RANDOM_PORT) @WithInfrastructure}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(InfrastructureCondition.class)
public @interface WithInfrastructure {

    /** Name of the database; by default one of its own for each test class and run. */
    String database() default "";
}
