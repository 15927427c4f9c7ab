package dk.astra.portal.registration;

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
        @Nullable Needs needs) {

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
        return isConfirmed() || status.equals("WAITLISTED");
    }

    /** Page of the registration at the twin meeting that goes on in its place. */
    public @Nullable String movedToPage() {
        return movedTo == null ? null : "/min/" + movedTo.substring(movedTo.lastIndexOf('/') + 1);
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }
}
