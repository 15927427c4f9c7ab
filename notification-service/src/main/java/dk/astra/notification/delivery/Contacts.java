package dk.astra.notification.delivery;

import java.util.Collection;
import java.util.Map;

/** Who is behind a registration: asked at the moment of sending. */
public interface Contacts {

    /**
     * @param registrationIds at most 200
     * @return by registration; erased ones are missing
     * @throws ContactsUnavailable when nobody can tell now
     */
    Map<String, Contact> of(Collection<String> registrationIds);
}
