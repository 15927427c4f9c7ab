package dk.astra.portal.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registration as its own person sees it. */
public record MyRegistration(
        String registrationId,
        String meetingId,
        String status,
        @Nullable Integer seat,
        @Nullable Integer placeInLine,
        String name,
        String email,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        @Nullable String role,
        @Nullable String language,
        @Nullable Map<String, String> answers,
        @Nullable String comment,
        @Nullable String registeredAt,
        @Nullable Boolean cancellable,
        @Nullable Boolean transferable,
        @Nullable String movedTo,
        @Nullable Needs needs,
        @Nullable Instant offeredUntil,
        @Nullable Boolean unconfirmed,
        @Nullable String endedBecause,
        @Nullable String endedBy,
        @Nullable Either eitherOf,
        @Nullable List<String> missingAnswers,
        @Nullable Boolean waitsTogether,
        @Nullable String calendarEntry,
        @Nullable Long version) {

    /** What the person told to need. */
    public record Needs(
            List<String> diet,
            @Nullable String dietText,
            @Nullable String access,
            @Nullable String deletedAt) {

        public Needs {
            diet = diet == null ? List.of() : List.copyOf(diet);
        }
    }

    /** The same person's registration at the twin meeting, while both wait. */
    public record Either(String meetingId, String status, String link) {

        public String page() {
            return MyRegistration.page(link);
        }
    }

    /** Whether there are questions that have to be answered and are not. */
    public boolean lacksAnswers() {
        return isLive() && missingAnswers != null && !missingAnswers.isEmpty();
    }

    /** Whether a seat comes when there is one for everybody of the group. */
    public boolean isTogether() {
        return Boolean.TRUE.equals(waitsTogether);
    }

    public boolean isCancellable() {
        return Boolean.TRUE.equals(cancellable);
    }

    public boolean isTransferable() {
        return Boolean.TRUE.equals(transferable);
    }

    public boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }

    public boolean isLive() {
        return isConfirmed() || isWaiting() || isOffered();
    }

    /** Page of the registration at the twin meeting that goes on in its place. */
    public @Nullable String movedToPage() {
        return movedTo == null ? null : page(movedTo);
    }

    private static String page(String link) {
        return "/min/" + link.substring(link.lastIndexOf('/') + 1);
    }

    public boolean isWaiting() {
        return status.equals("WAITLISTED");
    }

    /** A seat is kept, and can be taken until {@code offeredUntil}. */
    public boolean isOffered() {
        return status.equals("OFFERED");
    }

    /** What the state is called, as part of a message's name. */
    public String state() {
        if (isOffered() && Boolean.TRUE.equals(unconfirmed)) {
            return "UNCONFIRMED";
        }
        return isCancelled() && endedBecause != null ? endedBecause : status;
    }

    /** The name of what is said of the end, where nothing else is. */
    public String farewell() {
        return endedBy == null ? "cancel.done" : "cancel.by." + endedBy;
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }
}
