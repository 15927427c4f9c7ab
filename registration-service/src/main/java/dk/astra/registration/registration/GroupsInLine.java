package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;

/** Port: groups whose people wait for their seats together. */
public interface GroupsInLine {

    /**
     * Gives everybody of the group who waits a free seat, or nobody.
     *
     * @return how many got one
     */
    int seat(String groupId, KnownMeeting meeting);
}
