package dk.astra.notification.registrations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The local copy of the registrations. */
public interface KnownRegistrations {

    /** Keeps each if it is newer than the one known; one of each id. */
    void learn(Collection<KnownRegistration> registrations);

    Optional<KnownRegistration> find(String registrationId);

    /** By id; unknown ones are missing. */
    Map<String, KnownRegistration> findAll(Collection<String> registrationIds);

    /** Hands every live registration of a meeting on, and who is invited and undecided, some hundred at a time. */
    void forEachLive(String meetingId, Consumer<List<KnownRegistration>> page);

    /** @return false when there was none */
    boolean forget(String registrationId);
}
