package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import dk.astra.systemtests.Http;
import dk.astra.systemtests.Office;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The connection between each pair of processes is cut in turn: existing ones are reset, new ones refused. */
final class Cuts implements Drill {

    private static final Duration LONGEST_PAGE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "cuts";
    }

    @Override
    public String promise() {
        return "Whichever connection is cut, the rest goes on, refusals say why, and what was missed is made up for.";
    }

    @Override
    public boolean needsLines() {
        return true;
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Lines lines = given.lines();
        Ground ground = given.at(
                given.pace().quick()
                        ? given.pace().lasting(Duration.ofSeconds(3), Duration.ofSeconds(6))
                        : given.pace().lasting(Duration.ofSeconds(15), Duration.ofSeconds(15)));
        Trial trial = Trial.begin(ground);
        List<String> seen = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (String pair : lines.pairs()) {
            Fault cut = trial.during(pair + " cut", () -> {
                lines.of(pair).forEach(Line::cut);
                try {
                    trial.let(ground.pace().fault());
                    if (pair.startsWith("portal")) {
                        page(ground, complaints);
                    }
                } finally {
                    lines.of(pair).forEach(Line::mend);
                }
            });
            seen.add("%s: %s, the last after %s"
                    .formatted(
                            pair,
                            trial.within(cut).outcomes(),
                            Trial.seconds(trial.within(cut).percentile(1))));
            if (trial.within(cut)
                            .where(one -> !one.isAcknowledged() && !one.explained())
                            .all()
                            .size()
                    > 0) {
                complaints.add("refusals without a problem while " + pair + " was cut");
            }
            worksAgain(ground, pair, complaints);
            if (lines.of(pair).stream().allMatch(line -> line.accepted() == 0)) {
                complaints.add("nothing ever went over " + pair);
            }
        }
        trial.end();
        Finding finding = trial.finding(
                this,
                "each cut for %s; meanwhile %s"
                        .formatted(Trial.seconds(ground.pace().fault()), String.join("; ", seen)));
        for (String complaint : complaints) {
            finding = finding.expecting(false, complaint);
        }
        return finding;
    }

    /** Without its services the portal shows a page that says so, and soon. */
    private static void page(Ground ground, List<String> complaints) {
        try {
            Answer page = new Http(LONGEST_PAGE).get(ground.stack().portal("/"), Map.of("Accept-Language", "da"));
            if (page.status() != 200 && page.status() != 503) {
                complaints.add("the portal answered " + page.status() + " without its services");
            }
        } catch (IOException e) {
            complaints.add("the portal gave no page without its services: " + e);
        }
    }

    /** What goes over event-service and the portal, which the load does not touch. */
    private static void worksAgain(Ground ground, String pair, List<String> complaints) {
        try {
            if (pair.startsWith("event") || pair.startsWith("registration–broker")) {
                String meeting = ground.office().schedule(Office.meeting("Efter bruddet", 10));
                ground.office().changeCapacity(meeting, 12);
                // fewer seats are asked for at registration-service
                ground.office().changeCapacity(meeting, 8);
            }
            if (pair.startsWith("portal")) {
                new Http().get(ground.stack().portal("/"), Map.of()).expect(200);
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            complaints.add("not as before after " + pair + " was mended: " + e);
        }
    }
}
