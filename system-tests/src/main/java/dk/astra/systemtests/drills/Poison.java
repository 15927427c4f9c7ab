package dk.astra.systemtests.drills;

import dk.astra.systemtests.Http;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Malformed and unknown facts on every stream, between good ones. */
final class Poison implements Drill {

    private static final List<Victim> VICTIMS = List.of(
            new Victim("registration-service", "registration", "meetings", "followMeetings"),
            new Victim("notification-service", "notification", "meetings", "followMeetings"),
            new Victim("notification-service", "notification", "registrations", "followRegistrations"),
            new Victim("reporting-service", "reporting", "meetings", "followMeetings"),
            new Victim("reporting-service", "reporting", "registrations", "followRegistrations"),
            new Victim("reporting-service", "reporting", "deliveries", "followDeliveries"));
    private static final Map<String, String> KNOWN_TYPES = Map.of(
            "meetings", "meeting.scheduled.v1",
            "registrations", "registration.created.v1",
            "deliveries", "mail.sent.v1",
            "evidence", "evidence.recorded.v1");
    private static final int CAPACITY = 10;

    private record Victim(String service, String group, String stream, String function) {}

    /** How often each bad record was written to each stream. */
    private record Dose(int malformed, int unknown) {}

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String promise() {
        return "Malformed facts are counted and laid aside, unknown ones counted and skipped; every good one between them takes"
                + " effect, in order.";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Stack stack = ground.stack();
        String changing = ground.office().schedule(Office.meeting("Mødet der ændres", CAPACITY));
        Map<Victim, long[]> before = counters(stack);
        Trial trial = Trial.begin(ground);
        List<Dose> doses = new ArrayList<>();
        int[] changes = {0};
        trial.during("poison on every stream", () -> doses.add(poison(ground, trial, changing, changes)));
        trial.end();
        Dose dose = doses.getFirst();
        long letters = (long) dose.malformed() * VICTIMS.size();
        Finding finding = trial.finding(
                this,
                "%d malformed and %d unknown facts on each of %d streams between good ones; %d dead letters wanted; capacity changed %d times meanwhile"
                        .formatted(dose.malformed(), dose.unknown(), KNOWN_TYPES.size(), letters, changes[0]),
                letters);
        Map<Victim, long[]> after = counters(stack);
        for (Victim victim : VICTIMS) {
            long[] then = after.getOrDefault(victim, new long[2]);
            long[] earlier = before.getOrDefault(victim, new long[2]);
            long malformed = then[0] - earlier[0];
            long skipped = then[1] - earlier[1];
            finding = finding.expecting(
                            malformed == dose.malformed(),
                            "%s %s counted %d malformed".formatted(victim.service(), victim.function(), malformed))
                    .expecting(
                            skipped >= dose.unknown(),
                            "%s %s skipped %d".formatted(victim.service(), victim.function(), skipped));
        }
        int wanted = CAPACITY + changes[0];
        int found = ground.office().availability(changing).path("capacity").asInt();
        return finding.expecting(found == wanted, "capacity %d instead of %d".formatted(found, wanted));
    }

    private static Dose poison(Ground ground, Trial trial, String changing, int[] changes) {
        int malformed = 0;
        int unknown = 0;
        long end = System.nanoTime() + ground.pace().fault().toNanos();
        try (StreamProbe probe = new StreamProbe(ground.stack().bootstrapServers())) {
            while (System.nanoTime() < end) {
                for (Map.Entry<String, String> stream : KNOWN_TYPES.entrySet()) {
                    String key = stream.getKey().equals("meetings")
                            ? changing
                            : UUID.randomUUID().toString();
                    bad(probe, stream.getKey(), key, stream.getValue(), "{\"broken\":");
                    bad(probe, stream.getKey(), key, stream.getValue(), "");
                    bad(probe, stream.getKey(), key, stream.getValue(), "x".repeat(100_000));
                    probe.publish(stream.getKey(), key, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
                    bad(probe, stream.getKey(), key, "choir.sung.v1", "{\"song\":1}");
                }
                malformed += 4;
                unknown++;
                changes[0]++;
                ground.office().changeCapacity(changing, CAPACITY + changes[0]);
                trial.let(Duration.ofMillis(200));
            }
        }
        return new Dose(malformed, unknown);
    }

    private static void bad(StreamProbe probe, String stream, String key, String type, String body) {
        probe.publish(stream, key, StreamRecord.headers(type, key, 1_000_000), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Malformed and skipped, of each function. */
    private static Map<Victim, long[]> counters(Stack stack) throws IOException {
        Map<Victim, long[]> counters = new HashMap<>();
        for (Victim victim : VICTIMS) {
            String metrics = new Http()
                    .get(stack.at(victim.service(), "/actuator/prometheus"), Map.of("Accept", "text/plain"))
                    .expect(200)
                    .body();
            counters.put(victim, new long[] {
                counter(metrics, victim.function(), "malformed"), counter(metrics, victim.function(), "skipped")
            });
        }
        return counters;
    }

    private static long counter(String metrics, String function, String outcome) {
        return metrics.lines()
                .filter(line -> line.startsWith("facts_received_total{")
                        && line.contains("function=\"" + function + "\"")
                        && line.contains("outcome=\"" + outcome + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
