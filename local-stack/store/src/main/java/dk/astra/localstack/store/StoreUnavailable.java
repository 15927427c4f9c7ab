package dk.astra.localstack.store;

/** The store cannot start or cannot go on; the message is one sentence for the person at the keyboard. */
public final class StoreUnavailable extends RuntimeException {

    StoreUnavailable(String sentence) {
        super(sentence);
    }

    StoreUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
