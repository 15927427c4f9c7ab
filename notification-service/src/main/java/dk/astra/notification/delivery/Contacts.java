package dk.astra.notification.delivery;

import java.util.Collection;

/** Who is behind a registration: asked at the moment of sending. */
interface Contacts {

    /**
     * @param registrationIds at most 200
     * @return without those who were erased
     * @throws ContactsUnavailable when nobody can tell now
     */
    Addressees of(Collection<String> registrationIds);
}
