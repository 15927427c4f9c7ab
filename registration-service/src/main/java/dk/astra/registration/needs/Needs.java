package dk.astra.registration.needs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: what people need, apart from everything else that is known of them. */
public interface Needs {

    /** Stores or replaces what is known of this registration. */
    void keep(KeptNeeds needs);

    Optional<KeptNeeds> find(String registrationId);

    List<KeptNeeds> findAll(Collection<String> registrationIds);

    List<KeptNeeds> ofMeeting(String meetingId);

    /** By registration id, from the one after {@code registrationId} on; an empty text for the first. */
    List<KeptNeeds> after(String registrationId, int limit);

    /** Deletes them; what is not there is fine. */
    void forget(Collection<String> registrationIds);
}
