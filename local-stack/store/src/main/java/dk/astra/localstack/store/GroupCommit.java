package dk.astra.localstack.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets writes that run at the same time share one commit, and acknowledges none before its commit is done. A commit
 * never falls between a document and its index entries, because writes hold the shared side of a lock.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final long COMPACT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int LOWEST_FILL_PERCENT = 50;
    private static final int MOST_COMPACTED_BYTES = 4 << 20;

    private final MVStore store;
    private final Durability durability;
    private final Consumer<StoreUnavailable> onFailure;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Thread committer;
    private volatile Group current = new Group();
    private volatile @Nullable StoreUnavailable failure;
    private volatile boolean closed;

    /** The writes that wait for the same commit. */
    private static final class Group {
        final CompletableFuture<Void> committed = new CompletableFuture<>();
        volatile boolean wanted;
    }

    GroupCommit(MVStore store, Durability durability, Consumer<StoreUnavailable> onFailure) {
        this.store = store;
        this.durability = durability;
        this.onFailure = onFailure;
        this.committer = Thread.ofPlatform().name("store-commit").daemon().unstarted(this::commitUntilClosed);
        if (durability != Durability.MEMORY) {
            committer.start();
        }
    }

    /** Runs a change of documents beside others and returns when it is committed. */
    <T> T change(Supplier<T> change) {
        return run(lock.readLock()::lock, lock.readLock()::unlock, change);
    }

    /** Runs a change of collections or indexes, which nothing else may run beside. */
    <T> T restructure(Supplier<T> change) {
        return run(lock.writeLock()::lock, lock.writeLock()::unlock, change);
    }

    private <T> T run(Runnable acquire, Runnable release, Supplier<T> change) {
        refuseIfBroken();
        Group group;
        T result;
        acquire.run();
        try {
            try {
                result = change.get();
            } finally {
                group = join();
            }
        } finally {
            release.run();
        }
        await(group);
        return result;
    }

    /** Returns when everything visible now is committed. */
    void settle() {
        await(join());
    }

    private Group join() {
        Group group = current;
        if (!group.wanted) {
            group.wanted = true;
            LockSupport.unpark(committer);
        }
        return group;
    }

    private void await(Group group) {
        if (durability == Durability.MEMORY || durability == Durability.BEHIND) {
            return;
        }
        try {
            group.committed.join();
        } catch (CompletionException e) {
            refuseIfBroken();
            throw e;
        }
    }

    private void refuseIfBroken() {
        StoreUnavailable broken = failure;
        if (broken != null) {
            throw new MongoServerError(14031, "OutOfDiskSpace", "not stored: " + broken.getMessage());
        }
    }

    private void commitUntilClosed() {
        long lastCompaction = System.nanoTime();
        try {
            while (!closed) {
                if (durability == Durability.BEHIND) {
                    TimeUnit.SECONDS.sleep(1);
                }
                if (current.wanted) {
                    commitGroup();
                } else {
                    LockSupport.parkNanos(COMPACT_EVERY_NANOS);
                }
                if (System.nanoTime() - lastCompaction > COMPACT_EVERY_NANOS) {
                    compact();
                    lastCompaction = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void commitGroup() {
        Group group;
        lock.writeLock().lock();
        try {
            group = current;
            current = new Group();
            try {
                store.commit();
            } catch (RuntimeException | Error e) {
                failure = unavailable(e);
                group.committed.completeExceptionally(e);
                throw e;
            }
        } finally {
            lock.writeLock().unlock();
        }
        if (durability == Durability.SYNCED) {
            sync(group);
        }
        group.committed.complete(null);
    }

    private void sync(Group group) {
        try {
            store.sync();
        } catch (RuntimeException | Error e) {
            failure = unavailable(e);
            group.committed.completeExceptionally(e);
            throw e;
        }
    }

    /** Committing by hand switches the library's own compaction off. */
    private void compact() {
        lock.writeLock().lock();
        try {
            store.compact(LOWEST_FILL_PERCENT, MOST_COMPACTED_BYTES);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void fail(Throwable e) {
        StoreUnavailable unavailable = unavailable(e);
        failure = unavailable;
        current.committed.completeExceptionally(e);
        if (!closed) {
            log.error("commit failed, no write is accepted any more", e);
            onFailure.accept(unavailable);
        }
    }

    private static StoreUnavailable unavailable(Throwable e) {
        return new StoreUnavailable(
                "The store file can no longer be written: " + StoreMaps.reasonOf(e)
                        + ". Everything acknowledged is kept; make room and start again.",
                e);
    }

    /** Commits what is left; nothing is accepted afterwards. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            if (failure == null) {
                if (durability != Durability.MEMORY) {
                    store.commit();
                    if (durability == Durability.SYNCED) {
                        store.sync();
                    }
                }
                failure = new StoreUnavailable("The store is closed.");
            }
            current.committed.complete(null);
        } finally {
            lock.writeLock().unlock();
        }
        LockSupport.unpark(committer);
    }
}
