package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.registration.EndedBy;
import dk.astra.registration.registration.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the HTTP interface answers. */
final class Views {

    private Views() {}

    /**
     * The answer to a sign-up.
     *
     * @param link absolute personal link; null on a repeat and where the mail has to be answered, the mail has it
     * @param offeredUntil while OFFERED: until when the seat is kept
     * @param confirmByMail the mail has to be answered before a seat is the person's
     */
    record RegistrationReceipt(
            String registrationId,
            String meetingId,
            Status status,
            @Nullable Integer seat,
            @Nullable Long placeInLine,
            boolean repeated,
            @Nullable String link,
            @Nullable Instant offeredUntil,
            boolean confirmByMail) {}

    /**
     * A participant's own registration.
     *
     * @param cancellable that it can be given up, or exchanged for one at the twin meeting
     * @param transferable that the seat can be given to a colleague
     * @param needs what the person told to need; seen by nobody else together with the name
     * @param movedTo link of the registration at the twin meeting that goes on in its place
     * @param offeredUntil while OFFERED: until when the seat can be taken
     * @param unconfirmed taking the offer also confirms the mailbox
     * @param endedBecause why it ended, where that is more than somebody's wish
     * @param endedBy who ended it, where that was somebody else
     * @param missingAnswers ids of questions that have to be answered and are not
     * @param waitsTogether that a seat comes when there is one for everybody of the group
     * @param calendarEntry the registration that names the entry in the person's calendar (ADR 13)
     * @param version rises with every change; with the meeting's it is the entry's SEQUENCE (ADR 6)
     */
    record MyRegistrationView(
            String registrationId,
            String meetingId,
            Status status,
            @Nullable Integer seat,
            @Nullable Long placeInLine,
            String name,
            String email,
            @Nullable String title,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            @Nullable String role,
            String language,
            Map<String, String> answers,
            @Nullable String comment,
            Instant registeredAt,
            boolean cancellable,
            boolean transferable,
            @Nullable String movedTo,
            NeedsViews.@Nullable NeedsView needs,
            @Nullable Instant offeredUntil,
            boolean unconfirmed,
            @Nullable CancelReason endedBecause,
            @Nullable EndedBy endedBy,
            @Nullable EitherView eitherOf,
            List<String> missingAnswers,
            boolean waitsTogether,
            String calendarEntry,
            long version) {}

    /** The same person's live registration at the twin meeting: whichever gets a seat first is kept. */
    record EitherView(String meetingId, Status status, String link) {}

    /**
     * A registration as the organiser sees it; name and address are null once erased.
     *
     * @param unnamed true for a place of a group that nobody is named for: name and address are the leader's
     * @param missingAnswers ids of questions that have to be answered and are not
     * @param waitsTogether true for one who gets a seat when there is one for everybody of the group
     */
    record ParticipantView(
            String registrationId,
            String meetingId,
            @Nullable String personId,
            Status status,
            @Nullable Integer seat,
            @Nullable Long placeInLine,
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            @Nullable String role,
            @Nullable String language,
            Map<String, String> answers,
            @Nullable String comment,
            Instant registeredAt,
            Channel channel,
            @Nullable Boolean attended,
            @Nullable Instant offeredUntil,
            @Nullable Boolean unnamed,
            List<String> missingAnswers,
            @Nullable Boolean waitsTogether) {}

    /** A page of participants; {@code next} is null on the last one. */
    record Participants(
            List<ParticipantView> items, @Nullable String next) {}

    /**
     * Seats of a meeting; offered ones are kept for somebody who has to answer. {@code seatsLeft} is 0 while
     * somebody waits for a single seat.
     */
    record AvailabilityView(
            String meetingId, int capacity, long confirmed, long offered, long waiting, long seatsLeft) {}

    /** Availability of several meetings; unknown ones are missing. */
    record Availabilities(List<AvailabilityView> items) {}

    /**
     * Whom to write to, for the moment of sending only.
     *
     * @param former true for who had the seat before a colleague got it
     */
    record ContactView(
            String registrationId,
            @Nullable String personId,
            String name,
            String email,
            String language,
            String link,
            boolean former) {}

    /** Contacts; erased ones are missing. */
    record Contacts(List<ContactView> items) {}
}
