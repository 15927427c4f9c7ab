package dk.astra.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * A call to the store that takes many questions at once. Who asks while a call is under way goes into the next one:
 * a crowd costs few round trips, and one person alone waits for nobody.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class BatchedCall<Q, A> {

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(1);
    private final int most;
    private final Function<List<Q>, List<A>> call;

    /**
     * @param most questions of one call
     * @param call answers every question, in the order asked; what it throws is thrown to all who asked
     */
    public BatchedCall(int most, Function<List<Q>, List<A>> call) {
        this.most = most;
        this.call = call;
    }

    /** Waits for the call that has this question in it; made here, or by somebody who asked at the same moment. */
    public A ask(Q question) {
        Waiting<Q, A> mine = new Waiting<>(question, new CompletableFuture<>());
        waiting.add(mine);
        if (free.tryAcquire()) {
            callOnce();
            if (!waiting.isEmpty()) {
                // those who came meanwhile must not wait for somebody who has what they wanted
                Thread.ofVirtual().name("batched-call").start(this::callOn);
            }
        }
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** How many wait for the next call. */
    int waiting() {
        return waiting.size();
    }

    private void callOn() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            callOnce();
        }
    }

    private void callOnce() {
        List<Waiting<Q, A>> batch = new ArrayList<>();
        try {
            for (Waiting<Q, A> next = waiting.poll(); next != null; next = waiting.poll()) {
                batch.add(next);
                if (batch.size() == most) {
                    break;
                }
            }
            if (!batch.isEmpty()) {
                List<A> answers =
                        call.apply(batch.stream().map(Waiting::question).toList());
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).answer.complete(answers.get(i));
                }
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(asked -> asked.answer.completeExceptionally(failure));
        } finally {
            free.release();
        }
    }
}
