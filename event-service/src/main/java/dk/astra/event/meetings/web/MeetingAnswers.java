package dk.astra.event.meetings.web;

import dk.astra.event.meetings.Answer;
import dk.astra.event.meetings.CommandCounter;
import dk.astra.event.meetings.Meeting;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a meeting, its version as ETag; runs and counts the commands that lead to one. */
@Component
class MeetingAnswers {

    private final CommandCounter commands;

    MeetingAnswers(CommandCounter commands) {
        this.commands = commands;
    }

    ResponseEntity<MeetingView> created(String command, Supplier<Answer> body) {
        Meeting meeting = commands.count(command, Answer::repeated, body).meeting();
        return ResponseEntity.created(URI.create("/api/meetings/" + meeting.id()))
                .eTag(Long.toString(meeting.version()))
                .body(MeetingView.of(meeting));
    }

    ResponseEntity<MeetingView> changed(String command, Supplier<Answer> body) {
        Meeting meeting = commands.count(command, Answer::repeated, body).meeting();
        return ResponseEntity.ok().eTag(Long.toString(meeting.version())).body(MeetingView.of(meeting));
    }

    /** What is public may be kept and asked for again; drafts are not to be kept. */
    ResponseEntity<MeetingView> read(Meeting meeting) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(Long.toString(meeting.version()));
        if (meeting.isAnnounced()) {
            answer.cacheControl(CacheControl.noCache());
        }
        return answer.body(MeetingView.of(meeting));
    }
}
