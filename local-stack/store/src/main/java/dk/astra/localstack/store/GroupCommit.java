package dk.astra.localstack.store;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes that run at the same time share one commit; none is acknowledged before its commit is in the journal. */
final class GroupCommit implements Commits {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long CHECKPOINT_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long CHECKPOINT_BYTES = 24L << 20;
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final StoreFile file;
    private final ChangeLog changes;
    private final CommitRhythm rhythm;
    private final Consumer<StoreUnavailable> onFailure;
    private final Thread committer;
    private final Thread checkpointer;

    /** Completed by the next commit; null while nobody waits for one. */
    private @Nullable CompletableFuture<Void> next;

    private CompletableFuture<Void> running = DONE;
    private volatile @Nullable StoreUnavailable failure;
    private volatile boolean closed;

    /** @param onFailure called once when the file can no longer be written */
    GroupCommit(StoreFile file, CommitRhythm rhythm, Consumer<StoreUnavailable> onFailure) {
        this.file = file;
        this.changes = file.maps().changes();
        this.rhythm = rhythm;
        this.onFailure = onFailure;
        this.committer = Thread.ofPlatform().name("store-commit").daemon().start(() -> untilClosed(this::commitNext));
        this.checkpointer =
                Thread.ofPlatform().name("store-checkpoint").daemon().start(() -> untilClosed(this::checkpointIfDue));
    }

    @Override
    public void settle() {
        CompletableFuture<Void> commit = rhythm.behind() ? DONE : join();
        try {
            commit.join();
        } catch (RuntimeException e) {
            refuseIfBroken();
            throw e;
        }
        refuseIfBroken();
    }

    @Override
    public void refuseIfBroken() {
        StoreUnavailable broken = failure;
        if (broken != null) {
            throw Commits.refused(broken);
        }
    }

    /** The commit after which everything that is visible now is kept. */
    private synchronized CompletableFuture<Void> join() {
        if (next != null) {
            return next;
        }
        if (changes.isEmpty()) {
            return running;
        }
        next = new CompletableFuture<>();
        LockSupport.unpark(committer);
        return next;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void untilClosed(Step step) {
        try {
            while (!closed) {
                step.run();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void commitNext() throws IOException {
        if (rhythm.behind()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        } else if (!isWanted()) {
            LockSupport.parkNanos(IDLE_NANOS);
        }
        commit();
    }

    private synchronized boolean isWanted() {
        return next != null;
    }

    private void commit() throws IOException {
        CompletableFuture<Void> commit;
        synchronized (this) {
            commit = next == null ? new CompletableFuture<>() : next;
            next = null;
            running = commit;
        }
        if (!changes.isEmpty()) {
            file.journal().append(changes.take());
        }
        commit.complete(null);
    }

    private void checkpointIfDue() throws IOException {
        long started = System.nanoTime();
        long every = rhythm.checkpointEvery().toNanos();
        while (!closed
                && System.nanoTime() - started < every
                && file.journal().bytesSinceCheckpoint() < CHECKPOINT_BYTES) {
            LockSupport.parkNanos(Math.min(every, CHECKPOINT_LOOK_NANOS));
        }
        if (!closed && file.journal().bytesSinceCheckpoint() > 0) {
            file.checkpoint();
        }
    }

    private void fail(Throwable e) {
        StoreUnavailable unavailable = new StoreUnavailable(
                "The store file can no longer be written: " + StoreFile.reasonOf(e)
                        + ". Everything acknowledged is kept; make room and start again.",
                e);
        boolean first;
        synchronized (this) {
            first = failure == null && !closed;
            failure = unavailable;
            running.completeExceptionally(unavailable);
            if (next != null) {
                next.completeExceptionally(unavailable);
            }
        }
        if (first) {
            log.error("{}", unavailable.getMessage());
            onFailure.accept(unavailable);
        }
    }

    /** Commits what is left and writes it into the file; nothing is accepted afterwards. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(committer);
        LockSupport.unpark(checkpointer);
        try {
            committer.join(1_000);
            checkpointer.join(1_000);
            if (failure == null) {
                commit();
                failure = new StoreUnavailable("The store is closed.");
                file.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("closing failed, the journal is kept: {}", StoreFile.reasonOf(e));
        }
    }
}
