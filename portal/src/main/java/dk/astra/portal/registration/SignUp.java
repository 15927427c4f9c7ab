package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.web.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * One person's sign-up on its way through the pages.
 *
 * @param meeting null while event-service is away and the meeting was not seen before
 */
record SignUp(String meetingId, @Nullable Meeting meeting, SignUpForm form, Given given) {

    /** @throws NotFound where this cannot be a meeting's id: addresses and cookies are made of it */
    SignUp {
        if (!meetingId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new NotFound();
        }
    }

    /** Nobody signs up by this form then, so nobody is asked to fill it. */
    boolean isForInvitedOnly() {
        return meeting != null && meeting.isByInvitation();
    }

    /** The same answers as a sign-up of its own. */
    SignUp anew() {
        return new SignUp(meetingId, meeting, form.anew(), given);
    }

    String meetingPath() {
        return "/arrangementer/" + meetingId;
    }

    String path() {
        return meetingPath() + "/tilmelding";
    }

    String receiptPath() {
        return meetingPath() + "/kvittering";
    }
}
