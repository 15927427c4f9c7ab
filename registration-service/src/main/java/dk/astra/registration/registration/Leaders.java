package dk.astra.registration.registration;

import java.util.Collection;
import java.util.List;

/** Port: who signed others up. They are written to, and may be forgotten, also without a place of their own. */
public interface Leaders {

    /** @param link absolute link of the group's list */
    record Leader(String groupId, String meetingId, String personId, Contact contact, String link) {}

    /** Ids that are no group's, or whose leader was erased, are missing. */
    List<Leader> find(Collection<String> groupIds);

    List<Leader> findByPerson(String personId);

    /** Deletes the contact, and the way to the list. */
    void forget(String personId);
}
