package dk.astra.notification.mails;

/** Where a mail stands. QUEUED and SENDING are open; a deferred mail is QUEUED with a reason. */
public enum State {
    QUEUED,
    /** one worker has it for the length of its lease */
    SENDING,
    SENT,
    FAILED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == QUEUED || this == SENDING;
    }
}
