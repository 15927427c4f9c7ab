package dk.astra.registration.registration.web;

import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many seats are left. */
@RestController
class AvailabilityController {

    private static final int MOST = 200;

    private final KnownMeetings meetings;
    private final Registrations registrations;

    AvailabilityController(KnownMeetings meetings, Registrations registrations) {
        this.meetings = meetings;
        this.registrations = registrations;
    }

    @GetMapping("/api/meetings/{meetingId}/availability")
    @Operation(summary = "Capacity, people with a seat, people waiting, and seats left of one meeting.")
    Views.AvailabilityView availability(@PathVariable String meetingId) {
        return read(meetingId).orElseThrow(MeetingUnknown::new);
    }

    @GetMapping("/api/availability")
    @Operation(summary = "The same of up to 200 meetings; unknown ones are missing in the answer.")
    Views.Availabilities availabilities(@RequestParam List<String> meetingIds) {
        return new Views.Availabilities(meetingIds.stream()
                .distinct()
                .limit(MOST)
                .map(this::read)
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Views.AvailabilityView> read(String meetingId) {
        return meetings.findRecent(meetingId).map(meeting -> {
            long confirmed = registrations.count(meetingId, Status.CONFIRMED);
            long waiting = registrations.count(meetingId, Status.WAITLISTED);
            long offered = meeting.offers() == null ? 0 : registrations.count(meetingId, Status.OFFERED);
            // groups that wait together leave the seats that are too few for them to whoever comes
            boolean lineIsServed =
                    waiting > 0 && !registrations.firstAlone(meetingId, 1).isEmpty();
            long left = lineIsServed ? 0 : Math.max(0, meeting.capacity() - confirmed - offered);
            return new Views.AvailabilityView(meetingId, meeting.capacity(), confirmed, offered, waiting, left);
        });
    }
}
