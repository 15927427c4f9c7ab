package dk.astra.benchmarks.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time by process: what a request costs, and whom. */
public record Costs(Map<String, Duration> used) {

    public static Costs of(Platform platform) {
        return new Costs(platform.cpu());
    }

    public Costs since(Costs before) {
        Map<String, Duration> difference = new LinkedHashMap<>();
        used.forEach(
                (process, now) -> difference.put(process, now.minus(before.used.getOrDefault(process, Duration.ZERO))));
        return new Costs(difference);
    }

    /** Microseconds for each of so many requests. */
    public Map<String, Double> microsPer(long requests) {
        Map<String, Double> micros = new LinkedHashMap<>();
        used.forEach((process, time) -> micros.put(process, time.toNanos() / 1000.0 / Math.max(1, requests)));
        return micros;
    }
}
