package dk.astra.localstack.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Infrastructure before services, two processes at a time: starting costs processor time, and this is often two cores. */
record StartOrder(List<Part> parts) {

    private static final int AT_A_TIME = 2;

    /** Starts all; when one fails, what was started here is stopped again. */
    void start(LocalStack stack) {
        List<StackProcess> started = new ArrayList<>();
        try {
            startSome(parts.stream().filter(part -> !part.isService()).toList(), stack, started);
            startSome(parts.stream().filter(Part::isService).toList(), stack, started);
        } catch (CannotStart e) {
            List<String> ours = parts.stream().map(Part::label).toList();
            stop(
                    stack.running().stream()
                            .filter(process -> ours.contains(process.name()))
                            .toList(),
                    process -> stack.stop(process.name()));
            throw e;
        }
    }

    private static void startSome(List<Part> parts, LocalStack stack, List<StackProcess> started) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<StackProcess>> all = parts.stream()
                    .map(part -> pool.submit(() -> stack.launch(part)))
                    .toList();
            for (Future<StackProcess> one : all) {
                try {
                    started.add(one.get());
                } catch (ExecutionException e) {
                    pool.shutdownNow();
                    throw e.getCause() instanceof CannotStart known ? known : new IllegalStateException(e.getCause());
                } catch (InterruptedException e) {
                    pool.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new CannotStart("The start was interrupted.", "Start again.");
                }
            }
        }
    }

    /** Services together, then sign-in and mail, then broker and store. */
    static void stop(List<StackProcess> running, Consumer<StackProcess> stop) {
        List<List<Part>> groups = List.of(
                List.of(
                        Part.EVENT_SERVICE,
                        Part.REGISTRATION_SERVICE,
                        Part.NOTIFICATION_SERVICE,
                        Part.REPORTING_SERVICE,
                        Part.PORTAL),
                List.of(Part.SIGN_IN, Part.MAIL),
                List.of(Part.BROKER),
                List.of(Part.STORE));
        for (List<Part> group : groups) {
            try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                running.stream()
                        .filter(process ->
                                group.contains(Part.named(process.entry().part())))
                        .forEach(process -> pool.submit(() -> stop.accept(process)));
            }
        }
    }
}
