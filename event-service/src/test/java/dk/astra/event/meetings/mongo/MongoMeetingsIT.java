package dk.astra.event.meetings.mongo;

import dk.astra.event.RunningService;
import dk.astra.event.meetings.Meetings;
import dk.astra.event.meetings.MeetingsContract;
import org.springframework.beans.factory.annotation.Autowired;

/** On the infrastructure that {@code -Dinfra} names. */
class MongoMeetingsIT extends RunningService implements MeetingsContract {

    @Autowired
    private Meetings meetings;

    @Override
    public Meetings meetings() {
        return meetings;
    }
}
