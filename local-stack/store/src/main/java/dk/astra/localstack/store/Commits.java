package dk.astra.localstack.store;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** Makes changes lasting. */
interface Commits extends AutoCloseable {

    /** Nothing to wait for: the store lives in memory. */
    Commits NONE = new Commits() {
        @Override
        public void settle() {}

        @Override
        public void refuseIfBroken() {}

        @Override
        public void close() {}
    };

    /** Returns when everything that is visible now is kept, or throws. */
    void settle();

    /** Throws once the file can no longer be written. */
    void refuseIfBroken();

    @Override
    void close();

    static MongoServerError refused(StoreUnavailable reason) {
        return new MongoServerError(14031, "OutOfDiskSpace", "not stored: " + reason.getMessage());
    }
}
