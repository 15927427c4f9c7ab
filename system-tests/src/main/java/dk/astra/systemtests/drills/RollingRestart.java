package dk.astra.systemtests.drills;

import dk.astra.systemtests.Http;
import dk.astra.systemtests.Stack;
import java.util.List;
import java.util.Map;

/**
 * Every service is stopped in order and started again, one instance after the other. What the public calls has two
 * instances behind a balancer: registration-service, event-service, portal. The others restart alone.
 */
final class RollingRestart implements Drill {

    private static final String REGISTRATION = "registration-service";
    private static final String EVENT = "event-service";
    private static final String PORTAL = "portal";
    private static final Map<String, Integer> SECONDS = Map.of(REGISTRATION, 8_091, EVENT, 8_092, PORTAL, 8_090);
    private static final List<String> ALONE = List.of("notification-service", "reporting-service");

    @Override
    public String name() {
        return "rolling";
    }

    @Override
    public String promise() {
        return "Every service can be restarted under load, one instance after the other, and not one request fails.";
    }

    private static String second(String service) {
        return service + "-2";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Stack stack = ground.stack();
        List<String> pairs = ground.pace().quick() ? List.of(REGISTRATION) : List.of(REGISTRATION, EVENT, PORTAL);
        for (String service : pairs) {
            ground.say("a second " + service);
            stack.startAnother(service, second(service), SECONDS.getOrDefault(service, 8_099));
        }
        try {
            return roll(ground, pairs);
        } finally {
            pairs.forEach(service -> stack.stop(second(service)));
        }
    }

    private Finding roll(Ground ground, List<String> pairs) throws Exception {
        Stack stack = ground.stack();
        Http http = new Http();
        try (Balancer signUps = new Balancer(stack, List.of(REGISTRATION, second(REGISTRATION)));
                Balancer lists = balancer(stack, EVENT, pairs);
                Balancer pages = balancer(stack, PORTAL, pairs);
                Readers list = new Readers(lists, instance -> http.get(stack.at(instance, "/api/meetings"), Map.of()));
                Readers page = new Readers(pages, instance -> http.get(stack.at(instance, "/"), Map.of()))) {
            Trial trial = Trial.begin(ground, signUps);
            Fault rolling = trial.during("rolling restart", () -> {
                for (String service : pairs) {
                    restart(ground, trial, service);
                    restart(ground, trial, second(service));
                }
                for (String service : ALONE) {
                    restart(ground, trial, service);
                }
            });
            trial.end();
            Attempts failed = trial.load().attempts().where(one -> !one.isAcknowledged());
            return trial.finding(
                            this,
                            ("%d restarts in %s; %d sign-ups at the first try, 99 of 100 within %s; %d moved to the other instance"
                                            + " when refused, %d when broken; %d lists and %d pages read meanwhile")
                                    .formatted(
                                            2 * pairs.size() + ALONE.size(),
                                            Trial.seconds(rolling.length()),
                                            trial.load().attempts().acknowledged(),
                                            Trial.seconds(trial.within(rolling).percentile(0.99)),
                                            signUps.refused(),
                                            signUps.broken(),
                                            list.seen(),
                                            page.seen()))
                    .expecting(failed.all().isEmpty(), "failed sign-ups: " + failed.outcomes())
                    .expecting(
                            list.missed().isEmpty(),
                            "lists not read: " + list.missed().size() + ", "
                                    + list.missed().peek())
                    .expecting(
                            page.missed().isEmpty(),
                            "pages not read: " + page.missed().size() + ", "
                                    + page.missed().peek());
        }
    }

    private static Balancer balancer(Stack stack, String service, List<String> pairs) {
        return new Balancer(stack, pairs.contains(service) ? List.of(service, second(service)) : List.of(service));
    }

    private static void restart(Ground ground, Trial trial, String instance) {
        ground.say(instance + " restarts; " + trial.load().sent() + " asked so far");
        ground.stack().start(instance);
    }
}
