package dk.astra.systemtests.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** A line of its own for every pair of processes, so that each can be cut alone. */
final class Lines implements AutoCloseable {

    private static final int FIRST_PORT = 17_100;
    private static final Map<String, String> DATABASES = Map.of(
            "event-service", "events",
            "registration-service", "registrations",
            "notification-service", "notifications",
            "reporting-service", "reports");
    private static final Map<String, Integer> NEIGHBOURS = new LinkedHashMap<>();

    static {
        NEIGHBOURS.put("EVENT", 8082);
        NEIGHBOURS.put("REGISTRATION", 8081);
        NEIGHBOURS.put("NOTIFICATION", 8083);
        NEIGHBOURS.put("REPORTING", 8084);
    }

    private final IntUnaryOperator portOf;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> wiring = new HashMap<>();
    private int next = FIRST_PORT;

    private Lines(IntUnaryOperator portOf) {
        this.portOf = portOf;
    }

    /** @param portOf moves a port of {@code ./tilmelding up} to where the stack has it */
    static Lines open(IntUnaryOperator portOf) {
        Lines lines = new Lines(portOf);
        DATABASES.keySet().stream().sorted().forEach(lines::toStoreAndBroker);
        lines.between(
                "notification-service",
                "registration-service",
                "TILMELDING_REGISTRATION_URL",
                url(lines.line("notification-service", "registration-service", 8081)));
        lines.between(
                "notification-service",
                "mail",
                "SPRING_MAIL_PORT",
                String.valueOf(lines.line("notification-service", "mail", 3025).port()));
        lines.between(
                "event-service",
                "registration-service",
                "TILMELDING_REGISTRATION_URL",
                url(lines.line("event-service", "registration-service", 8081)));
        NEIGHBOURS.forEach((name, port) -> lines.between(
                "portal", "services", "TILMELDING_" + name + "_URL", url(lines.line("portal", "services", port))));
        return lines;
    }

    private void toStoreAndBroker(String service) {
        between(
                service,
                "store",
                "SPRING_MONGODB_URI",
                "mongodb://127.0.0.1:%d/%s?uuidRepresentation=standard"
                        .formatted(line(service, "store", 27117).port(), DATABASES.get(service)));
        Line broker = add(service, "broker", Line.toBroker(portOf.applyAsInt(next++), portOf.applyAsInt(19092)));
        between(service, "broker", "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + broker.port());
    }

    private Line line(String from, String to, int target) {
        return add(from, to, Line.open(portOf.applyAsInt(next++), portOf.applyAsInt(target)));
    }

    private Line add(String from, String to, Line line) {
        lines.computeIfAbsent(pair(from, to), ignored -> new ArrayList<>()).add(line);
        return line;
    }

    private void between(String from, String to, String variable, String value) {
        wiring.computeIfAbsent(from, ignored -> new HashMap<>()).put(variable, value);
    }

    private static String url(Line line) {
        return "http://localhost:" + line.port();
    }

    private static String pair(String from, String to) {
        return brief(from) + "–" + brief(to);
    }

    private static String brief(String process) {
        return process.replace("-service", "");
    }

    /** The variables by which each service takes its lines. */
    Map<String, Map<String, String>> wiring() {
        return Map.copyOf(wiring);
    }

    /** For example {@code registration–store}. */
    List<String> pairs() {
        return List.copyOf(lines.keySet());
    }

    List<Line> of(String pair) {
        List<Line> found = lines.get(pair);
        if (found == null) {
            throw new IllegalArgumentException("There is no line " + pair);
        }
        return found;
    }

    @Override
    public void close() {
        lines.values().forEach(all -> all.forEach(Line::close));
    }
}
