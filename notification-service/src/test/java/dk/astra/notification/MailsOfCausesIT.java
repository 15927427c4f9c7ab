package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.contracts.registrations.GroupLapsed;
import dk.astra.contracts.registrations.GroupNamingDue;
import dk.astra.contracts.registrations.GroupSeated;
import dk.astra.contracts.registrations.GroupSignedUp;
import dk.astra.contracts.registrations.GroupState;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationLinkRequested;
import dk.astra.contracts.registrations.RegistrationMoved;
import dk.astra.contracts.registrations.RegistrationNamed;
import dk.astra.contracts.registrations.RegistrationOffered;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.contracts.registrations.RegistrationTransferred;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Promise P5, first half: what is due arrives, once per cause. */
@ExtendWith(OutputCaptureExtension.class)
class MailsOfCausesIT extends ServiceTest {

    private final String meetingId = UUID.randomUUID().toString();

    @Test
    void confirmsWithTheFactsTheLinkAndAnInvitation() {
        RegistrationState registration = registration(1);
        String email = confirmed(meeting(1).build(), registration);

        Mail mail = awaitMails(email, 1).getFirst();
        assertThat(mail.subject()).startsWith("Bekræftelse: Temadag om energi ");
        assertThat(mail.text()).contains("Kære Åse Øst", "Huset ved åen", "9.00  Velkomst");
        assertThat(mail.html()).contains("Du er tilmeldt");
        assertThat(mail.linkWith("/min-tilmelding/")).endsWith("token-" + registration.registrationId());
        assertThat(mail.calendarMethod()).isEqualTo("REQUEST");
        assertThat(mail.calendarProperty("UID")).isEqualTo(registration.registrationId() + "@tilmelding.astra.dk");
        assertThat(mail.calendarProperty("SEQUENCE")).isEqualTo("2");

        JsonNode shown = awaitState(registration.registrationId(), "SENT");
        assertThat(shown.path("kind").asString()).isEqualTo("CONFIRMED");
        assertThat(shown.path("attempts").asInt()).isEqualTo(1);
        assertThat(shown.has("sentAt")).isTrue();
        assertThat(mail.messageId()).contains(shown.path("mailId").asString() + "@tilmelding.astra.dk");
        StreamRecord sent = streams()
                .await(
                        "deliveries",
                        told -> told.subject().equals(shown.path("mailId").asString()));
        assertThat(sent.type()).isEqualTo("mail.sent.v1");
        assertThat(sent.json().path("mail").path("registrationId").asString()).isEqualTo(registration.registrationId());
    }

    @Test
    void writesOneMailHoweverOftenTheFactComes() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState registration = registration(1);
        String email = CONTACTS.add(registration.registrationId(), "Åse Øst", "en");
        RegistrationCreated created = new RegistrationCreated(registration);
        String factId = publish(created);
        for (int i = 0; i < 5; i++) {
            publishAgain(created, factId);
        }
        RegistrationCancelled cancelled = new RegistrationCancelled(
                version(registration, 2).cancelled().build(), CancelledBy.PARTICIPANT, RegistrationStatus.CONFIRMED);
        publish(cancelled);

        List<Mail> mails = awaitMails(email, 2);
        assertThat(mails)
                .extracting(Mail::subject)
                .satisfiesExactlyInAnyOrder(
                        confirmation -> assertThat(confirmation).startsWith("Confirmation:"),
                        cancellation -> assertThat(cancellation).startsWith("Your registration is cancelled:"));
        assertThat(mails("registrationId=" + registration.registrationId())).hasSize(2);
    }

    @Test
    void carriesACalendarObjectOnlyForSeats() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String email = CONTACTS.add(waiting.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(waiting));
        Mail onTheList = awaitMails(email, 1).getFirst();
        assertThat(onTheList.subject()).isEqualTo("Du er på venteliste til Temadag om energi");
        assertThat(onTheList.calendar()).isNull();

        publish(new RegistrationPromoted(
                version(waiting, 2).waitlisted(1).onSeat(4).build()));
        Mail promoted = awaitMails(email, 2).getLast();
        assertThat(promoted.subject()).startsWith("Der er blevet en plads til dig");
        assertThat(promoted.calendarMethod()).isEqualTo("REQUEST");
        int invited = Integer.parseInt(promoted.calendarProperty("SEQUENCE"));

        publish(new RegistrationCancelled(
                version(waiting, 3).cancelled().build(), CancelledBy.ORGANISER, RegistrationStatus.CONFIRMED));
        Mail cancelled = awaitMails(email, 3).getLast();
        assertThat(cancelled.calendarMethod()).isEqualTo("CANCEL");
        assertThat(cancelled.calendarProperty("UID")).isEqualTo(promoted.calendarProperty("UID"));
        assertThat(Integer.parseInt(cancelled.calendarProperty("SEQUENCE"))).isGreaterThan(invited);
        assertThat(cancelled.calendarProperty("STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void offersASeatWithItsDeadlineAndBringsTheCalendarOnceItIsTaken() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String email = CONTACTS.add(waiting.registrationId(), "Åse Øst", "da");
        publish(new RegistrationOffered(version(waiting, 2)
                .waitlisted(1)
                .offeredUntil(Instant.now().plus(Duration.ofHours(20)))
                .build()));
        Mail offer = awaitMails(email, 1).getFirst();
        assertThat(offer.subject()).startsWith("Der er en plads til dig – svar senest ");
        assertThat(offer.calendar()).isNull();

        publish(new RegistrationPromoted(
                version(waiting, 3).waitlisted(1).onSeat(4).build()));
        Mail taken = awaitMails(email, 2).getLast();
        assertThat(taken.subject()).startsWith("Der er blevet en plads til dig");
        assertThat(taken.calendarMethod()).isEqualTo("REQUEST");
    }

    @Test
    void saysThatAnOfferHasPassed() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String email = CONTACTS.add(waiting.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCancelled(
                version(waiting, 3).cancelled().build(),
                CancelledBy.ORGANISER,
                RegistrationStatus.WAITLISTED,
                CancelReason.OFFER_LAPSED));
        Mail lapsed = awaitMails(email, 1).getFirst();
        assertThat(lapsed.subject()).isEqualTo("Tilbuddet om en plads er udløbet: Temadag om energi");
        assertThat(lapsed.calendar()).isNull();
    }

    @Test
    void asksANewcomerToConfirmTheMailbox() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState newcomer = aRegistration()
                .forMeeting(meetingId)
                .waitlisted(1)
                .offeredUntil(Instant.now().plus(Duration.ofHours(20)))
                .build();
        String email = CONTACTS.add(newcomer.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(newcomer));
        assertThat(awaitMails(email, 1).getFirst().subject()).startsWith("Bekræft din tilmelding til Temadag");

        publish(new RegistrationPromoted(version(newcomer, 2).onSeat(4).build()));
        assertThat(awaitMails(email, 2).getLast().subject())
                .as("who never stood in line is confirmed")
                .startsWith("Bekræftelse");
    }

    @Test
    void writesOneMailWhenAPlaceAtTheTwinIsLeftByItself() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState here =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        RegistrationState left =
                aRegistration().forMeeting(meetingId).waitlisted(2).build();
        String email = CONTACTS.add(here.registrationId(), "Åse Øst", "da");
        String other = CONTACTS.add(left.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCancelled(
                version(left, 2).cancelled().build(),
                CancelledBy.PARTICIPANT,
                RegistrationStatus.WAITLISTED,
                CancelReason.SEAT_AT_TWIN));
        publish(new RegistrationPromoted(version(here, 2)
                .waitlisted(1)
                .onSeat(4)
                .eitherOf(left.registrationId())
                .build()));

        assertThat(awaitMails(email, 1).getFirst().text()).contains("i den anden landsdel, står du der ikke længere");
        assertThat(mailbox.mails(other)).isEmpty();
    }

    @Test
    void takesNothingOutOfTheCalendarOfSomebodyWhoOnlyWaited() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String email = CONTACTS.add(waiting.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(waiting));
        publish(new RegistrationCancelled(
                version(waiting, 2).cancelled().build(), CancelledBy.PARTICIPANT, RegistrationStatus.WAITLISTED));
        assertThat(awaitMails(email, 2))
                .allSatisfy(mail -> assertThat(mail.calendar()).isNull());
    }

    @Test
    void tellsEverybodyWhoIsRegisteredWhatChanged() {
        RegistrationState seated = registration(1);
        String seatedEmail = confirmed(meeting(1).build(), seated);
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String waitingEmail = CONTACTS.add(waiting.registrationId(), "Bo", "en");
        publish(new RegistrationCreated(waiting));
        RegistrationState gone = registration(1);
        String goneEmail = CONTACTS.add(gone.registrationId(), "Liv", "da");
        publish(new RegistrationCreated(gone));
        publish(new RegistrationCancelled(
                version(gone, 2).cancelled().build(), CancelledBy.PARTICIPANT, RegistrationStatus.CONFIRMED));
        awaitMails(waitingEmail, 1);
        awaitMails(goneEmail, 2);

        publish(new MeetingChanged(meeting(2).withCapacity(30).build(), Set.of("capacity")));
        MeetingState online = meeting(3).online().build();
        publish(new MeetingChanged(online, Set.of("venue", "format")));

        Mail toSeated = awaitMails(seatedEmail, 2).getLast();
        assertThat(toSeated.subject()).isEqualTo("Nyt tidspunkt eller sted for Temadag om energi");
        assertThat(toSeated.text()).contains("Hvor: Online", "Din plads er stadig din");
        assertThat(toSeated.calendarMethod()).isEqualTo("REQUEST");
        assertThat(toSeated.calendarProperty("SEQUENCE")).isEqualTo("4");
        Mail toWaiting = awaitMails(waitingEmail, 2).getLast();
        assertThat(toWaiting.text()).contains("You are still on the waiting list");
        assertThat(toWaiting.calendar()).isNull();

        MeetingState moved =
                meeting(4).online().startingAt(online.startsAt().plusDays(7)).build();
        publish(new MeetingRescheduled(moved, online.startsAt(), online.endsAt()));
        assertThat(awaitMails(seatedEmail, 3).getLast().text()).contains("Ændret: tidspunkt.");
        awaitMails(waitingEmail, 3);
        assertThat(mailbox.mails(goneEmail)).hasSize(2);
        assertThat(mails("registrationId=" + seated.registrationId())).hasSize(3);
    }

    @Test
    void tellsWhoHoldsAnOfferUntilWhenTheSeatIsKept() {
        publish(new MeetingScheduled(meeting(1).build()));
        RegistrationState waiting =
                aRegistration().forMeeting(meetingId).waitlisted(1).build();
        String email = CONTACTS.add(waiting.registrationId(), "Bo", "en");
        publish(new RegistrationCreated(waiting));
        publish(new RegistrationOffered(version(waiting, 2)
                .waitlisted(1)
                .offeredUntil(Instant.now().plus(Duration.ofHours(20)))
                .build()));
        awaitMails(email, 2);

        publish(new MeetingChanged(meeting(2).online().build(), Set.of("venue", "format")));
        assertThat(awaitMails(email, 3).getLast().text())
                .contains("We still keep a seat for you. Open the link, and answer by ")
                .doesNotContain("waiting list");

        publish(new RegistrationPromoted(
                version(waiting, 3).waitlisted(1).onSeat(4).build()));
        awaitMails(email, 4);
        publish(new MeetingChanged(meeting(3).online().build(), Set.of("programme")));
        assertThat(awaitMails(email, 5).getLast().text())
                .as("the offer is over, the seat is there")
                .contains("Your seat is still yours")
                .doesNotContain("answer by");
    }

    @Test
    void saysToAColleagueThatTheLeaderOfTheGroupCancelled() {
        RegistrationState registration = registration(1);
        String email = confirmed(meeting(1).build(), registration);
        publish(new RegistrationCancelled(
                version(registration, 2).cancelled().build(),
                CancelledBy.PARTICIPANT,
                RegistrationStatus.CONFIRMED,
                null,
                UUID.randomUUID().toString()));

        Mail mail = awaitMails(email, 2).getLast();
        assertThat(mail.text())
                .contains("Den, der tilmeldte dig sammen med andre, har afmeldt dig")
                .doesNotContain("Tak, fordi du gav besked");
        assertThat(mail.calendarMethod()).isEqualTo("CANCEL");
        assertThat(mails("registrationId=" + registration.registrationId()).toString())
                .contains("CANCELLED_BY_LEADER");
    }

    @Test
    void tellsThatTheMeetingIsCancelledAndWhy() {
        RegistrationState registration = registration(1);
        String email = confirmed(meeting(1).build(), registration);
        // the streams are not ordered among each other: the registration's fact comes first here
        publish(new RegistrationCancelled(
                version(registration, 2).cancelled().build(), CancelledBy.MEETING, RegistrationStatus.CONFIRMED));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mails("registrationId=" + registration.registrationId())
                        .get(0)
                        .path("reason")
                        .asString("")
                        .equals("MEETING_UNKNOWN_YET"));
        publish(new MeetingCancelled(meeting(2).cancelled().build()));

        Mail mail = awaitMails(email, 2).getLast();
        assertThat(mail.subject()).startsWith("Aflyst: Temadag om energi");
        assertThat(mail.text()).contains("Oplægsholderen er syg");
        assertThat(mail.calendarMethod()).isEqualTo("CANCEL");
        assertThat(mail.calendarProperty("SEQUENCE")).isEqualTo("4");
    }

    @Test
    void waitsForAMeetingThatIsNotKnownYet() {
        RegistrationState registration = registration(1);
        String email = CONTACTS.add(registration.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(registration));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> mails("registrationId=" + registration.registrationId())
                        .get(0)
                        .path("reason")
                        .asString("")
                        .equals("MEETING_UNKNOWN_YET"));
        publish(new MeetingScheduled(meeting(1).build()));
        awaitMails(email, 1);
        JsonNode shown = awaitState(registration.registrationId(), "SENT");
        assertThat(shown.path("attempts").asInt()).isEqualTo(1);
        assertThat(streams().records("deliveries", shown.path("mailId").asString()))
                .extracting(StreamRecord::type)
                .containsExactly("mail.deferred.v1", "mail.sent.v1");
    }

    @Test
    void withdrawsWhatWaitsForAnErasedPerson() {
        RegistrationState registration = registration(1);
        String email = CONTACTS.add(registration.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(registration)); // waits: nobody knows the meeting
        await().ignoreExceptions()
                .until(() -> mails("registrationId=" + registration.registrationId())
                        .get(0)
                        .has("reason"));
        CONTACTS.erase(registration.registrationId());
        publish(new RegistrationErased(version(registration, 2).cancelled().build()));
        JsonNode shown = awaitState(registration.registrationId(), "WITHDRAWN");
        assertThat(shown.path("reason").asString()).isEqualTo("ERASED");
        publish(new MeetingScheduled(meeting(1).build()));
        assertThat(mongo.findById(registration.registrationId(), Document.class, "registrations"))
                .isNull();
        assertThat(mailbox.mails(email)).isEmpty();
    }

    /** One mail and one calendar entry, which goes along to the twin meeting. */
    @Test
    void movesTheCalendarEntryToTheTwinMeeting() {
        RegistrationState before = registration(1);
        String email = confirmed(meeting(1).build(), before);
        Mail confirmation = awaitMails(email, 1).getFirst();
        String twin = UUID.randomUUID().toString();
        publish(new MeetingScheduled(aMeeting().withId(twin).build()));
        RegistrationState after = aRegistration()
                .forMeeting(twin)
                .ofPerson(before.personId())
                .withVersion(4)
                .onSeat(2)
                .keepingCalendarEntryOf(before.registrationId())
                .build();
        String again = CONTACTS.add(after.registrationId(), "Åse Øst", "da");

        publish(new RegistrationCreated(after));
        publish(new RegistrationMoved(
                version(before, 2).cancelled().build(), RegistrationStatus.CONFIRMED, after.registrationId(), twin));

        Mail moved = awaitMails(again, 1).getFirst();
        assertThat(moved.subject()).startsWith("Du har skiftet til Temadag om energi");
        assertThat(moved.calendarMethod()).isEqualTo("REQUEST");
        assertThat(moved.calendarProperty("UID")).isEqualTo(confirmation.calendarProperty("UID"));
        assertThat(Integer.parseInt(moved.calendarProperty("SEQUENCE")))
                .isGreaterThan(Integer.parseInt(confirmation.calendarProperty("SEQUENCE")));
        publish(new RegistrationCancelled(
                aRegistration()
                        .withId(after.registrationId())
                        .forMeeting(twin)
                        .ofPerson(after.personId())
                        .withVersion(5)
                        .keepingCalendarEntryOf(before.registrationId())
                        .cancelled()
                        .build(),
                CancelledBy.PARTICIPANT,
                RegistrationStatus.CONFIRMED));
        Mail cancelled = awaitMails(again, 2).getLast();
        assertThat(cancelled.calendarProperty("UID")).isEqualTo(confirmation.calendarProperty("UID"));
        assertThat(mailbox.mails(email)).as("the move itself writes nothing").hasSize(1);
    }

    @Test
    void tellsBothWhenASeatIsGivenToAColleague() {
        RegistrationState before = registration(1);
        String email = confirmed(meeting(1).build(), before);
        String giver = CONTACTS.addFormer(before.registrationId(), before.personId(), "Åse Øst");

        publish(new RegistrationTransferred(
                aRegistration()
                        .withId(before.registrationId())
                        .forMeeting(meetingId)
                        .withVersion(2)
                        .onSeat(1)
                        .build(),
                before.personId()));

        Mail given = awaitMails(giver, 1).getFirst();
        assertThat(given.subject()).startsWith("Du har givet din plads videre");
        assertThat(given.calendarMethod()).isEqualTo("CANCEL");
        assertThat(given.linkWith("/arrangementer/")).endsWith("/arrangementer/m1");
        Mail received = awaitMails(email, 2).getLast();
        assertThat(received.subject()).startsWith("En kollega har givet dig sin plads");
        assertThat(received.calendarMethod()).isEqualTo("REQUEST");
    }

    /** One mail for the list, none for its places, until somebody is named. */
    @Test
    void tellsALeaderOfTheListAndThePersonOfThePlace() {
        publish(new MeetingScheduled(meeting(1).build()));
        String groupId = UUID.randomUUID().toString();
        String leader = CONTACTS.add(groupId, "Åse Leder", "da");
        RegistrationState unnamed = aRegistration()
                .forMeeting(meetingId)
                .onSeat(1)
                .withoutPersonIn(groupId)
                .build();
        String person = CONTACTS.add(unnamed.registrationId(), "Bo Person", "da");
        publish(new RegistrationCreated(unnamed));
        publish(new GroupSignedUp(group(groupId, unnamed, 1)));

        Mail list = awaitMails(leader, 1).getFirst();
        assertThat(list.subject()).startsWith("Dine pladser til Temadag om energi");
        assertThat(list.text()).contains("Se din liste").doesNotContain("Bo");
        assertThat(list.linkWith("/min-tilmelding/")).endsWith("token-" + groupId);
        assertThat(list.calendar()).isNull();
        publish(new RegistrationNamed(version(unnamed, 2).onSeat(1).build()));
        Mail confirmation = awaitMails(person, 1).getFirst();
        assertThat(confirmation.subject()).startsWith("Bekræftelse: Temadag om energi");
        assertThat(confirmation.calendarProperty("UID")).isEqualTo(unnamed.registrationId() + "@tilmelding.astra.dk");
        publish(new GroupNamingDue(group(groupId, unnamed, 2)));
        assertThat(awaitMails(leader, 2).getLast().subject()).startsWith("Pladser uden navn til");
        publish(new GroupLapsed(group(groupId, unnamed, 3)));
        assertThat(awaitMails(leader, 3).getLast().subject()).startsWith("Pladser uden navn er givet videre");
        assertThat(mailbox.mails(person)).hasSize(1);
    }

    @Test
    void tellsALeaderOnceOfAChangeAndOfACancelledMeeting() {
        MeetingState before = meeting(1).build();
        publish(new MeetingScheduled(before));
        String groupId = UUID.randomUUID().toString();
        String leader = CONTACTS.add(groupId, "Åse Leder", "da");
        List<RegistrationState> places = List.of(unnamed(groupId, 1), unnamed(groupId, 2));
        places.forEach(place -> publish(new RegistrationCreated(place)));
        publish(new GroupSignedUp(group(groupId, places.getFirst(), 1)));
        awaitMails(leader, 1);

        publish(new MeetingChanged(meeting(2).build(), Set.of("venue")));
        Mail changed = awaitMails(leader, 2).getLast();
        assertThat(changed.text()).contains("Pladserne på din liste er stadig dine");
        assertThat(changed.calendar()).isNull();
        publish(new MeetingCancelled(meeting(3).cancelled().build()));
        places.forEach(place -> publish(new RegistrationCancelled(
                version(place, 2).withoutPersonIn(groupId).cancelled().build(),
                CancelledBy.MEETING,
                RegistrationStatus.CONFIRMED)));
        assertThat(awaitMails(leader, 3).getLast().subject()).startsWith("Aflyst:");
        assertThat(mails("registrationId=" + groupId)).hasSize(3);
    }

    /** Who waits together is told so, and the leader of all seats in one mail. */
    @Test
    void tellsAGroupThatItWaitsTogetherAndItsLeaderOfAllSeats() {
        publish(new MeetingScheduled(meeting(1).build()));
        String groupId = UUID.randomUUID().toString();
        String leader = CONTACTS.add(groupId, "Åse Leder", "da");
        RegistrationState named = aRegistration()
                .forMeeting(meetingId)
                .waitlisted(1)
                .togetherWith(groupId)
                .unanswered()
                .build();
        String person = CONTACTS.add(named.registrationId(), "Bo Person", "da");
        publish(new RegistrationCreated(named));

        assertThat(awaitMails(person, 1).getFirst().text())
                .contains("Du venter sammen med din gruppe", "Arrangøren har nogle spørgsmål til dig");
        RegistrationState place = unnamed(groupId, 2);
        publish(new RegistrationPromoted(version(place, 2)
                .waitlisted(2)
                .onSeat(2)
                .withoutPersonIn(groupId)
                .togetherWith(groupId)
                .build()));
        publish(new RegistrationPromoted(
                version(named, 2).waitlisted(1).onSeat(1).togetherWith(groupId).build()));
        publish(new GroupSeated(group(groupId, place, 2)));
        assertThat(awaitMails(leader, 1).getFirst().subject()).startsWith("I har fået plads: Temadag om energi");
        Mail promoted = awaitMails(person, 2).getLast();
        assertThat(promoted.subject()).startsWith("Der er blevet en plads til dig");
        assertThat(promoted.text()).as("answered meanwhile").doesNotContain("spørgsmål til dig");
        assertThat(mailbox.mails(leader)).hasSize(1);
    }

    private RegistrationState unnamed(String groupId, int seat) {
        return aRegistration()
                .forMeeting(meetingId)
                .onSeat(seat)
                .withoutPersonIn(groupId)
                .build();
    }

    private GroupState group(String groupId, RegistrationState place, long version) {
        return new GroupState(groupId, meetingId, place.personId(), version, LocalDate.of(2024, 3, 6), 1);
    }

    @Test
    void sendsTheLinkAgain() {
        RegistrationState registration = registration(1);
        String email = confirmed(meeting(1).build(), registration);

        publish(new RegistrationLinkRequested(version(registration, 2).onSeat(1).build()));

        Mail link = awaitMails(email, 2).getLast();
        assertThat(link.subject()).isEqualTo("Dit link til Temadag om energi");
        assertThat(link.linkWith("/min-tilmelding/")).endsWith("token-" + registration.registrationId());
        assertThat(link.calendar()).isNull();
    }

    /** Promise P7. */
    @Test
    void keepsNeitherNameNorAddressAfterSending(CapturedOutput log) {
        RegistrationState registration = registration(1);
        publish(new MeetingScheduled(meeting(1).build()));
        String email = CONTACTS.add(registration.registrationId(), "Xenofon Ødegård", "da");
        publish(new RegistrationCreated(registration));
        awaitMails(email, 1);
        JsonNode shown = awaitState(registration.registrationId(), "SENT");

        StringBuilder store = new StringBuilder();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> store.append(document.toJson()));
        }
        List<String> traces = List.of("Xenofon", email, "min-tilmelding");
        assertThat(store.toString())
                .contains(shown.path("mailId").asString()) // the test looks in the right place
                .doesNotContain(traces);
        assertThat(log.getAll()).contains(shown.path("mailId").asString()).doesNotContain(traces);
        assertThat(streams().records("deliveries"))
                .extracting(StreamRecord::text)
                .isNotEmpty()
                .noneMatch(text -> traces.stream().anyMatch(text::contains));
    }

    private MeetingBuilder meeting(long version) {
        return aMeeting().withId(meetingId).withVersion(version);
    }

    private RegistrationState registration(int seat) {
        return aRegistration().forMeeting(meetingId).onSeat(seat).build();
    }

    private static dk.astra.testsupport.RegistrationBuilder version(RegistrationState before, long version) {
        return aRegistration()
                .withId(before.registrationId())
                .forMeeting(before.meetingId())
                .ofPerson(before.personId())
                .withVersion(version);
    }
}
