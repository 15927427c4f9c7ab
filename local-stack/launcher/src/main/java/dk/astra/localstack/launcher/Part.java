package dk.astra.localstack.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The programs of Tilmelding, in the order in which they start; the topology in one place. */
enum Part {
    STORE("store", Kind.THIN, "local-stack/store/target/local-store.jar", null, 27117),
    BROKER("broker", Kind.THIN, "local-stack/broker/target/local-broker.jar", null, 19092, 19093),
    MAIL("mail", Kind.THIN, "local-stack/mail/target/local-mail.jar", null, 3025, 8025),
    SIGN_IN("sign-in", Kind.BOOT, "local-stack/sign-in/target/local-sign-in.jar", null, 9000),
    EVENT_SERVICE("event-service", Kind.SERVICE, "event-service/target/event-service.jar", "events", 8082),
    REGISTRATION_SERVICE(
            "registration-service",
            Kind.SERVICE,
            "registration-service/target/registration-service.jar",
            "registrations",
            8081),
    NOTIFICATION_SERVICE(
            "notification-service",
            Kind.SERVICE,
            "notification-service/target/notification-service.jar",
            "notifications",
            8083),
    REPORTING_SERVICE(
            "reporting-service", Kind.SERVICE, "reporting-service/target/reporting-service.jar", "reports", 8084),
    PORTAL("portal", Kind.SERVICE, "portal/target/portal.jar", null, 8080);

    /** How a program is packed and how it says that it is ready. */
    enum Kind {
        /** jar beside {@code lib}; prints READY */
        THIN,
        /** Spring Boot jar; prints READY */
        BOOT,
        /** Spring Boot jar; answers its readiness probe */
        SERVICE
    }

    private final String label;
    private final Kind kind;
    private final String jar;
    private final @Nullable String database;
    private final List<Integer> ports;

    Part(String label, Kind kind, String jar, @Nullable String database, Integer... ports) {
        this.label = label;
        this.kind = kind;
        this.jar = jar;
        this.database = database;
        this.ports = List.of(ports);
    }

    static Part named(String name) {
        return find(name)
                .orElseThrow(() -> new CannotStart(
                        "There is no process “" + name + "”.",
                        "Processes: " + Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "))));
    }

    static Optional<Part> find(String name) {
        return Arrays.stream(values()).filter(part -> part.label.equals(name)).findFirst();
    }

    String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    boolean isService() {
        return kind == Kind.SERVICE;
    }

    String jar() {
        return jar;
    }

    @Nullable
    String database() {
        return database;
    }

    /** The first is the one that counts. */
    List<Integer> ports() {
        return ports;
    }
}
