package dk.astra.systemtests.drills;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A wall clock that can be moved, for one process. */
record ShiftedClock(Path library, Path ahead) {

    /** Built there, if this machine has a C compiler. */
    static Optional<ShiftedClock> in(Path folder) throws IOException {
        Path source = folder.resolve("clock.c");
        Path library = folder.resolve("clock.so");
        try (InputStream code = ShiftedClock.class.getResourceAsStream("clock.c")) {
            if (code == null) {
                throw new IOException("clock.c is not in the class path");
            }
            Files.copy(code, source, StandardCopyOption.REPLACE_EXISTING);
        }
        ShiftedClock clock = new ShiftedClock(library, folder.resolve("clock-ahead"));
        clock.ahead(Duration.ZERO);
        return compile(source, library) ? Optional.of(clock) : Optional.empty();
    }

    private static boolean compile(Path source, Path library) {
        try {
            return new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a process needs to have this clock from its start on. */
    Map<String, String> variables() {
        return Map.of("LD_PRELOAD", library.toString(), "CLOCK_AHEAD", ahead.toString());
    }

    /** Moves it; the process sees that at once. */
    void ahead(Duration of) throws IOException {
        try (FileChannel file = FileChannel.open(ahead, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(of.toSeconds())
                    .flip());
        }
    }
}
