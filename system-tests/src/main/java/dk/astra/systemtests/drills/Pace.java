package dk.astra.systemtests.drills;

import java.time.Duration;

/**
 * How hard and how long the drills are.
 *
 * @param rate registrations a second
 * @param lead traffic before the fault: shows what is normal
 * @param fault how long a fault lasts
 * @param tail traffic after the fault: shows the recovery
 * @param patience how long after the load nothing may change before the count is final
 * @param quick the short form of the test run
 */
public record Pace(long rate, Duration lead, Duration fault, Duration tail, Duration patience, boolean quick) {

    public static Pace full() {
        return new Pace(50, seconds(10), seconds(60), seconds(20), seconds(90), false);
    }

    public static Pace quickly() {
        return new Pace(15, seconds(4), seconds(8), seconds(8), seconds(75), true);
    }

    static Pace of(Arguments given) {
        Pace usual = given.has("--quick") ? quickly() : full();
        return new Pace(
                Math.max(1, given.number("--rate", usual.rate)),
                usual.lead,
                seconds(given.number("--seconds", usual.fault.toSeconds())),
                usual.tail,
                usual.patience,
                usual.quick);
    }

    /** The same with other lengths, for a drill of many short faults. */
    Pace lasting(Duration ofFault, Duration ofTail) {
        return new Pace(rate, lead, ofFault, ofTail, patience, quick);
    }

    private static Duration seconds(long number) {
        return Duration.ofSeconds(number);
    }
}
