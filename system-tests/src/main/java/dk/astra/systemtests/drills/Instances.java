package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Several instances of each service work on the same store and streams, and join while people sign up. */
final class Instances implements Drill {

    private static final String REGISTRATION = "registration-service";
    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();

    static {
        PORTS.put(REGISTRATION, 8_110);
        PORTS.put("notification-service", 8_120);
        PORTS.put("reporting-service", 8_130);
        PORTS.put("event-service", 8_140);
    }

    /** One in so many may be told to ask again: more than a dozen processes start on the same cores under load. */
    private static final int FEW = 1_000;

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public String promise() {
        return "Two to four instances of each service share the work: nothing lost, no second mail, no seat twice.";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Stack stack = ground.stack();
        int most = ground.pace().quick() ? 2 : 4;
        List<String> started = new ArrayList<>();
        try (Balancer signUps = new Balancer(stack, List.of(REGISTRATION))) {
            Trial trial = Trial.begin(ground, signUps);
            List<String> seen = new ArrayList<>();
            for (int number = 2; number <= most; number += number == 2 && most > 2 ? 2 : 1) {
                int wanted = number;
                Fault joined = trial.during(number + " instances of each", () -> {
                    join(ground, wanted, started, signUps);
                    trial.let(ground.pace().fault());
                });
                seen.add("%d of each: %s".formatted(number, trial.within(joined).outcomes()));
            }
            trial.end();
            Attempts refused = trial.load().attempts().where(one -> !one.isAcknowledged());
            if (!refused.all().isEmpty()) {
                ground.say("refused: " + refused.troubles());
            }
            Finding finding = trial.finding(this, String.join("; ", seen))
                    .expecting(
                            refused.all().size() * FEW <= trial.load().sent(),
                            "more than a few were not registered at the first try: " + refused.outcomes())
                    .expecting(
                            refused.where(one -> !one.explained()).all().isEmpty(),
                            "not told why: " + refused.troubles());
            for (String meeting : trial.meetings()) {
                List<String> faults = seats(ground, meeting);
                finding = finding.expecting(faults.isEmpty(), String.join(", ", faults));
            }
            return finding;
        } finally {
            started.reversed().forEach(stack::stop);
        }
    }

    private static void join(Ground ground, int wanted, List<String> started, Balancer signUps) {
        PORTS.forEach((service, port) -> {
            for (int number = 2; number <= wanted; number++) {
                String name = service + "-" + number;
                if (!started.contains(name)) {
                    ground.stack().startAnother(service, name, port + number);
                    started.add(name);
                    ground.say(name + " joined");
                    if (service.equals(REGISTRATION)) {
                        signUps.add(name);
                    }
                }
            }
        });
    }

    /** What is wrong with the seats and the line of a meeting. */
    private static List<String> seats(Ground ground, String meeting) {
        List<String> faults = new ArrayList<>();
        int capacity = ground.office().availability(meeting).path("capacity").asInt();
        Set<Integer> seats = new HashSet<>();
        Set<Integer> places = new HashSet<>();
        for (JsonNode one : ground.office().participants(meeting)) {
            boolean confirmed = one.path("status").asString().equals("CONFIRMED");
            int number = one.path(confirmed ? "seat" : "placeInLine").asInt();
            if (!(confirmed ? seats : places).add(number)) {
                faults.add((confirmed ? "seat " : "place ") + number + " twice");
            }
            if (confirmed && number > capacity) {
                faults.add("seat " + number + " of " + capacity);
            }
        }
        if (!places.isEmpty() && seats.size() != capacity) {
            faults.add("people wait while seats are free");
        }
        return faults;
    }
}
