package dk.astra.contracts.meetings;

import java.util.Objects;

/** Whom to ask: a role and its mailbox, never an individual. */
public record Contact(String role, String email) {

    public Contact {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(email, "email");
    }
}
