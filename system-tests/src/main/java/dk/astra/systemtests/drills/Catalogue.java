package dk.astra.systemtests.drills;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every drill there is, in the order in which they are run: those that need lines come last. */
record Catalogue(List<Drill> drills, Drill soak) {

    static Catalogue of(Arguments given) {
        return new Catalogue(
                List.of(
                        new CrashDrill(CrashDrill.Settings.of(given)),
                        new PausedBroker(),
                        new PausedStore(),
                        new Flood(),
                        new RollingRestart(),
                        new Instances(),
                        new Poison(),
                        new FullDisk(),
                        new SmallHeap(),
                        new ClockJumps(),
                        new SlowStore(),
                        new Cuts()),
                new Soak(Duration.ofMinutes(given.number("--minutes", given.has("--quick") ? 1 : 30))));
    }

    /** Those of these names, all but the soak for none. */
    List<Drill> chosen(List<String> names) {
        return names.isEmpty() ? drills : names.stream().map(this::named).toList();
    }

    private Drill named(String name) {
        return everything().stream()
                .filter(drill -> drill.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no drill named \"" + name + "\"."));
    }

    private List<Drill> everything() {
        return Stream.concat(drills.stream(), Stream.of(soak)).toList();
    }

    String listing() {
        return everything().stream()
                .map(drill -> "  %-14s %s%n".formatted(drill.name(), drill.promise()))
                .collect(Collectors.joining());
    }
}
