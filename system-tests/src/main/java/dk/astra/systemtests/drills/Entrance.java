package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import dk.astra.systemtests.Participant;
import java.io.IOException;

/** Where people sign up: at one instance, or at any of several. */
interface Entrance {

    Answer register(Participant participant, String meetingId, String key) throws IOException;
}
