package dk.astra.localstack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts what does not run, shows the way, and with {@code --detach} leaves it running. */
record UpCommand(CommandLine line, LocalStack stack) {

    int run() throws IOException, InterruptedException {
        stack.layout().prepare();
        List<String> missing =
                line.only().stream().filter(name -> !stack.isAlive(name)).toList();
        boolean stays =
                line.has("--detach") || missing.isEmpty() || !stack.running().isEmpty();
        AtomicBoolean stopsOnExit = new AtomicBoolean(!missing.isEmpty());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAtExit(stopsOnExit, stopped), "stop"));
        int result = up(missing, stopsOnExit);
        if (stays) {
            stopsOnExit.set(false);
        } else {
            System.out.println("\n  Ctrl-C stops everything; the data stays in "
                    + stack.layout().data() + ".");
            watch(stopped);
        }
        return result;
    }

    private int up(List<String> missing, AtomicBoolean stopsOnExit) throws IOException, InterruptedException {
        try (FileChannel channel =
                        FileChannel.open(stack.layout().claim(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock claim = channel.tryLock()) {
            if (claim == null) {
                stopsOnExit.set(false);
                throw new CannotStart(
                        "Another ./tilmelding is starting or stopping the stack in "
                                + stack.layout().data() + ".",
                        "Wait until it is done.");
            }
            if (missing.isEmpty()) {
                System.out.println("Tilmelding is up already.");
            } else {
                line.portOffset().ifPresent(stack::withPortOffset);
                start(missing, stopsOnExit);
            }
            new Welcome(stack).print();
            int result = line.has("--demo") ? loadDemo() : 0;
            if (!line.has("--no-training")) {
                new Training(stack).launch();
            }
            return result;
        }
    }

    private void start(List<String> missing, AtomicBoolean stopsOnExit) {
        System.out.println("Starting Tilmelding in " + stack.layout().data() + " …");
        long begin = System.nanoTime();
        try (ConsoleProgress progress = new ConsoleProgress()) {
            stack.withProgress(progress).start(missing);
        } catch (CannotStart e) {
            // what was started here is stopped already; what ran before goes on
            stopsOnExit.set(false);
            throw e;
        }
        System.out.printf("Ready after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
    }

    private void stopAtExit(AtomicBoolean stopsOnExit, CountDownLatch stopped) {
        if (stopsOnExit.get()) {
            System.out.println("\nStopping …");
            new Training(stack).stop();
            try (ConsoleProgress progress = new ConsoleProgress()) {
                stack.withProgress(progress).close();
            }
        }
        stopped.countDown();
    }

    /** Tells when a process ends by itself; the others go on, and {@code up} in another window starts it again. */
    private void watch(CountDownLatch stopped) throws InterruptedException {
        List<StackProcess> watched = stack.running();
        while (!stopped.await(1, TimeUnit.SECONDS)) {
            for (StackProcess process :
                    watched.stream().filter(process -> !process.isAlive()).toList()) {
                System.out.println("  " + process.name() + " has ended. Its log: " + process.log());
            }
            watched = watched.stream().filter(StackProcess::isAlive).toList();
            if (watched.isEmpty()) {
                return;
            }
        }
    }

    private int loadDemo() throws IOException, InterruptedException {
        Path jar = stack.layout().repository().resolve("local-stack/demo/target/local-demo.jar");
        if (!Files.exists(jar)) {
            System.err.println("The demo loader is not built: " + jar + " is missing. Run: mvn package -DskipTests");
            return Launcher.FAILED;
        }
        System.out.println();
        int result = new ProcessBuilder(
                        JavaCommand.JAVA.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-jar",
                        jar.toString(),
                        "--event-url",
                        stack.ports().url(Part.EVENT_SERVICE),
                        "--registration-url",
                        stack.ports().url(Part.REGISTRATION_SERVICE),
                        "--reporting-url",
                        stack.ports().url(Part.REPORTING_SERVICE),
                        "--token-url",
                        stack.ports().url(Part.SIGN_IN) + "/oauth2/token",
                        "--credentials",
                        stack.credentials().toString())
                .directory(stack.layout().repository().toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (result != 0) {
            System.err.println("The demo data was not loaded completely; the stack is up. Run up --demo again.");
        }
        return result == 0 ? 0 : Launcher.FAILED;
    }
}
