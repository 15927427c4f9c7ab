package dk.astra.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchedCallTest {

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void answersEverybodyTheirOwnQuestion() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BatchedCall<Integer, String> call = new BatchedCall<>(50, questions -> {
            calls.incrementAndGet();
            return questions.stream().map(question -> "answer " + question).toList();
        });
        List<Future<String>> answers = new ArrayList<>();
        for (int person = 0; person < 5_000; person++) {
            int question = person;
            answers.add(people.submit(() -> call.ask(question)));
        }
        for (int person = 0; person < answers.size(); person++) {
            assertThat(answers.get(person).get(30, TimeUnit.SECONDS)).isEqualTo("answer " + person);
        }
        assertThat(calls.get()).isBetween(100, 5_000);
    }

    @Test
    void takesThoseWhoCameMeanwhileTogether() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        List<List<Integer>> batches = new ArrayList<>();
        BatchedCall<Integer, Integer> call = new BatchedCall<>(10, questions -> {
            synchronized (batches) {
                batches.add(questions);
            }
            busy.countDown();
            await(slow);
            return questions;
        });
        Future<Integer> first = people.submit(() -> call.ask(1));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<Future<Integer>> others = IntStream.range(2, 8)
                .mapToObj(i -> people.submit(() -> call.ask(i)))
                .toList();
        Awaitility.await().until(() -> call.waiting() == 6);
        slow.countDown();
        for (Future<Integer> other : others) {
            other.get(10, TimeUnit.SECONDS);
        }
        assertThat(first.get()).isEqualTo(1);
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).hasSize(6);
    }

    @Test
    void tellsAFailureToAllOfTheCallAndServesTheNext() {
        AtomicInteger calls = new AtomicInteger();
        BatchedCall<String, String> call = new BatchedCall<>(10, questions -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the store is away");
            }
            return questions;
        });
        assertThatThrownBy(() -> call.ask("one"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is away");
        assertThat(call.ask("two")).isEqualTo("two");
    }

    @Test
    void goesOnAfterACallThatAnsweredTooLittle() {
        CompletableFuture<Boolean> once = new CompletableFuture<>();
        BatchedCall<String, String> call =
                new BatchedCall<>(10, questions -> once.complete(true) ? List.of() : questions);
        assertThatThrownBy(() -> call.ask("one")).isInstanceOf(RuntimeException.class);
        assertThat(call.ask("two")).isEqualTo("two");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
