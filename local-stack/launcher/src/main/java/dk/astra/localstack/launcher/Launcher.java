package dk.astra.localstack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** The commands {@code up}, {@code down}, {@code status}, {@code token} and {@code train} of {@code ./tilmelding}. */
public final class Launcher {

    static final int FAILED = 1;
    static final int MISUSED = 2;

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        try {
            CommandLine line = CommandLine.parse(args);
            if (line.command().equals("help")) {
                System.out.print(CommandLine.HELP);
                return 0;
            }
            return run(line, LocalStack.in(line.data()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + CommandLine.HELP);
            return MISUSED;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            e.lastLines().forEach(line -> System.err.println("  | " + line));
            return FAILED;
        } catch (IOException e) {
            System.err.println("It did not work: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int run(CommandLine line, LocalStack stack) throws IOException, InterruptedException {
        return switch (line.command()) {
            case "up" -> new UpCommand(line, stack).run();
            case "down" -> down(stack);
            case "status" -> new StatusCommand(stack).run(line.has("--json"));
            case "token" -> {
                System.out.println(stack.token(line.operands().getFirst()));
                yield 0;
            }
            case "train" -> {
                new Training(stack).run();
                yield 0;
            }
            default -> throw new IllegalStateException(line.command());
        };
    }

    private static int down(LocalStack stack) throws IOException {
        new Training(stack).stop();
        if (stack.running().isEmpty()) {
            System.out.println("Nothing runs.");
            return 0;
        }
        try (FileChannel channel =
                        FileChannel.open(stack.layout().claim(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock claim = channel.tryLock()) {
            if (claim == null) {
                throw new CannotStart(
                        "./tilmelding up is at work on " + stack.layout().data() + " in another window.",
                        "Press Ctrl-C there, or wait until it is done.");
            }
            long begin = System.nanoTime();
            stack.withProgress(new ConsoleProgress()).stopAll();
            System.out.printf(
                    "Stopped after %.1f s. The data stays in %s.%n",
                    (System.nanoTime() - begin) / 1e9, stack.layout().data());
            return 0;
        }
    }
}
