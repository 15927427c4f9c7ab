package dk.astra.contracts;

import java.util.List;

/** The names of the streams (Kafka topics). */
public final class Streams {

    public static final String MEETINGS = "meetings";
    public static final String REGISTRATIONS = "registrations";
    public static final String DELIVERIES = "deliveries";
    public static final String EVIDENCE = "evidence";
    public static final String INVITATIONS = "invitations";

    public static final List<String> ALL = List.of(MEETINGS, REGISTRATIONS, DELIVERIES, EVIDENCE, INVITATIONS);

    private Streams() {}
}
