package dk.astra.portal.staff;

import org.jspecify.annotations.Nullable;

/** Somebody who is invited, as organisers see it. */
public record Invited(
        String invitationId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        String answer,
        @Nullable String note,
        @Nullable String answeredAt,
        @Nullable String invitedAt,
        @Nullable String remindedAt,
        @Nullable String registrationId,
        @Nullable String registrationStatus) {

    /** Only who is silent is reminded. */
    public boolean isRemindable() {
        return answer.equals("NONE") || answer.equals("NOT_YET");
    }

    public boolean isRegistered() {
        return registrationId != null;
    }

    /** The code of what is told of the answer. */
    public String said() {
        boolean waits = "WAITLISTED".equals(registrationStatus) || "OFFERED".equals(registrationStatus);
        return waits ? String.valueOf(registrationStatus) : answer;
    }
}
