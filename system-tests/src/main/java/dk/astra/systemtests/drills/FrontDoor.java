package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import dk.astra.systemtests.Http;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.time.Duration;

/** The one registration-service, asked directly. */
final class FrontDoor implements Entrance {

    // longer than anybody waits: how long an answer took is seen, and that none came is certain
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Stack stack;
    private final SignUp signUp = new SignUp(new Http(PATIENCE));

    FrontDoor(Stack stack) {
        this.stack = stack;
    }

    @Override
    public Answer register(Participant participant, String meetingId, String key) throws IOException {
        return signUp.register(stack.registrations("/api/registrations"), participant, meetingId, key);
    }
}
