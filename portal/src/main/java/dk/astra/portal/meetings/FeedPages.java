package dk.astra.portal.meetings;

import dk.astra.contracts.Network;
import dk.astra.portal.site.PublicAddress;
import dk.astra.portal.site.Wording;
import dk.astra.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings for calendars and feed readers: all, a network's, or one. */
@Controller
class FeedPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final KnownMeetings meetings;
    private final CalendarObjects calendars;
    private final AtomFeed atom;
    private final PublicAddress address;
    private final Wording wording;

    FeedPages(
            KnownMeetings meetings, CalendarObjects calendars, AtomFeed atom, PublicAddress address, Wording wording) {
        this.meetings = meetings;
        this.calendars = calendars;
        this.atom = atom;
        this.address = address;
        this.wording = wording;
    }

    /** With those of the last months: what vanishes here would vanish from people's calendars. */
    @GetMapping(Subscription.CALENDAR)
    ResponseEntity<byte[]> calendar(@RequestParam(required = false) @Nullable String network) {
        Feed feed = feed(network, meetings.announced());
        return answer(feed, CALENDAR).body(bytes(calendars.of(feed)));
    }

    /** What is to come. */
    @GetMapping(Subscription.NEWS)
    ResponseEntity<byte[]> news(@RequestParam(required = false) @Nullable String network) {
        Feed feed = feed(network, meetings.upcoming());
        return answer(feed, ATOM).body(bytes(atom.of(feed, wording.language())));
    }

    /** One meeting, to be put into a calendar once. */
    @GetMapping("/arrangementer/{id}/kalender.ics")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        Known<Meeting> known = meetings.find(id).orElseThrow(NotFound::new);
        Meeting meeting = known.value();
        Feed feed = new Feed(
                wording.text(meeting.title()), meeting.network(), List.of(meeting), known.since(), address.base());
        return answer(feed, CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("arrangement.ics")
                                .build()
                                .toString())
                .body(bytes(calendars.of(feed)));
    }

    private Feed feed(@Nullable String network, Known<List<Meeting>> all) {
        String only = known(network);
        String whose = only == null ? wording.say("subscribe.all") : wording.of("network", only);
        List<Meeting> wanted = all.value().stream()
                .filter(meeting -> only == null || only.equals(meeting.network()))
                .toList();
        return new Feed(wording.say("subscribe.name", whose), only, wanted, all.since(), address.base());
    }

    /** Who subscribes to a network that there is not should learn it. */
    private static @Nullable String known(@Nullable String network) {
        if (network == null || network.isBlank()) {
            return null;
        }
        return Arrays.stream(Network.values())
                .map(Network::name)
                .filter(network::equals)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ResponseEntity.BodyBuilder answer(Feed feed, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH))
                .varyBy(HttpHeaders.COOKIE)
                .eTag(tag(feed));
    }

    /** The same meetings in the same versions, in the same words, are the same feed; the time of writing differs. */
    private static String tag(Feed feed) {
        CRC32 sum = new CRC32();
        sum.update(bytes(feed.name() + " " + feed.base() + " "
                + LocaleContextHolder.getLocale().getLanguage()));
        for (Meeting meeting : feed.meetings()) {
            sum.update(bytes(" " + meeting.id() + ":" + meeting.version()));
        }
        return "W/\"" + feed.meetings().size() + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
