package dk.astra.notification.delivery;

/** registration-service does not tell the addresses now. */
public final class ContactsUnavailable extends RuntimeException {

    public ContactsUnavailable(Throwable cause) {
        super(cause);
    }
}
