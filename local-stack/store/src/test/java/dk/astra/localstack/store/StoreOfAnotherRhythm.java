package dk.astra.localstack.store;

import java.nio.file.Path;
import java.time.Duration;

/** A store process with other commit settings than the normal ones: FILE (behind|group) CHECKPOINT-EVERY. */
final class StoreOfAnotherRhythm {

    private StoreOfAnotherRhythm() {}

    public static void main(String[] arguments) {
        CommitRhythm rhythm = new CommitRhythm(arguments[1].equals("behind"), Duration.parse(arguments[2]));
        StoreServer store = StoreServer.onFile(Path.of(arguments[0]), 0, false, rhythm, failure -> {});
        System.out.println("READY port=" + store.port());
    }
}
