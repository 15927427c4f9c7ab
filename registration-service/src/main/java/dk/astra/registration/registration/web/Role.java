package dk.astra.registration.registration.web;

/** What a participant is in the field (domain.md 1.1). */
public enum Role {
    RESOURCE_PERSON,
    TEACHER,
    SCIENCE_ADVISER,
    SCIENCE_COORDINATOR,
    NATURAL_SCIENCE_COORDINATOR,
    MUNICIPAL_REPRESENTATIVE,
    POLITICIAN,
    LEADER,
    OTHER
}
