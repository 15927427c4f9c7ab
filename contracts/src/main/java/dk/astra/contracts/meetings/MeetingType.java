package dk.astra.contracts.meetings;

/** The kinds of meeting that Astra hosts (plan 2024; domain.md 1.4). */
public enum MeetingType {
    THEME_DAY,
    NATIONAL_NETWORK_MEETING,
    REGIONAL_NETWORK_MEETING,
    ADVISORY_GROUP_MEETING,
    POLITICIANS_MEETING
}
