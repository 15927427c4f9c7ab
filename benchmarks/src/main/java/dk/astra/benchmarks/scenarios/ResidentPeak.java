package dk.astra.benchmarks.scenarios;

import dk.astra.localstack.launcher.StackProcess;
import java.util.concurrent.locks.LockSupport;

/** The highest resident memory of a process while it was watched. */
final class ResidentPeak {

    private final StackProcess process;
    private volatile boolean watching = true;
    private volatile long highest;

    private ResidentPeak(StackProcess process) {
        this.process = process;
    }

    static ResidentPeak watching(StackProcess process) {
        ResidentPeak peak = new ResidentPeak(process);
        Thread.ofPlatform().daemon().start(peak::watch);
        return peak;
    }

    private void watch() {
        while (watching) {
            highest = Math.max(highest, process.residentBytes().orElse(0));
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** In bytes. */
    long stop() {
        watching = false;
        return Math.max(highest, process.residentBytes().orElse(0));
    }
}
