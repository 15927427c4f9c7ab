package dk.astra.notification;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the indexes in the background, as soon as the store answers: no promise of this service rests on them,
 * only on {@code _id}, so it need not wait for them.
 */
@Component
class StoreIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreIndexes.class);

    private final MongoTemplate mongo;
    private final List<StoreIndex> missing;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    StoreIndexes(MongoTemplate mongo, List<StoreIndex> indexes) {
        this.mongo = mongo;
        this.missing = new ArrayList<>(indexes);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("store-indexes").start(this::create);
    }

    private void create() {
        try {
            do {
                tryToCreate();
            } while (!missing.isEmpty() && !stopped.await(2, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToCreate() {
        try {
            for (Iterator<StoreIndex> left = missing.iterator(); left.hasNext(); ) {
                StoreIndex next = left.next();
                mongo.indexOps(next.collection()).createIndex(next.index());
                left.remove();
            }
        } catch (RuntimeException e) {
            log.warn(
                    "indexes will be made when the store answers: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }
}
