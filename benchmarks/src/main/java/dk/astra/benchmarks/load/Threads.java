package dk.astra.benchmarks.load;

import java.util.Collection;

final class Threads {

    private Threads() {}

    static void join(Collection<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
