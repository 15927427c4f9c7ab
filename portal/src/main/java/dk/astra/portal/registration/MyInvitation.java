package dk.astra.portal.registration;

import org.jspecify.annotations.Nullable;

/** An invitation as the invited person sees it. */
public record MyInvitation(
        String invitationId,
        String meetingId,
        String name,
        String answer,
        @Nullable String note,
        @Nullable String answeredAt,
        @Nullable String registrationStatus,
        @Nullable Integer placeInLine,
        @Nullable String registrationLink,
        @Nullable String changeableUntil,
        @Nullable Boolean yesPossible,
        @Nullable Boolean noPossible) {

    public boolean isYesPossible() {
        return Boolean.TRUE.equals(yesPossible);
    }

    public boolean isNoPossible() {
        return Boolean.TRUE.equals(noPossible);
    }

    public boolean isAnswerable() {
        return isYesPossible() || isNoPossible();
    }

    /** In line, or with a seat on offer, which the page of the registration tells more about. */
    public boolean isWaiting() {
        return "WAITLISTED".equals(registrationStatus) || "OFFERED".equals(registrationStatus);
    }

    public boolean isOffered() {
        return "OFFERED".equals(registrationStatus);
    }

    /** The code of what is told of the answer. */
    public String said() {
        return isWaiting() ? String.valueOf(registrationStatus) : answer;
    }

    /** Page of the person's registration. */
    public @Nullable String registrationPage() {
        return registrationLink == null
                ? null
                : "/min/" + registrationLink.substring(registrationLink.lastIndexOf('/') + 1);
    }
}
