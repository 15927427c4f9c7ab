package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.fact;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.measure;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.participant;
import static dk.astra.portal.Samples.plan;
import static dk.astra.portal.Samples.reach;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every staff page by its address, and what the services answer to it. */
final class StaffSamples {

    static final String M1 = "/intern/arrangementer/m1";
    static final String MEASURE = "/intern/plan/2027/1.3-EUD-1";

    static final Map<String, String> BY_ADDRESS = new LinkedHashMap<>();

    static {
        BY_ADDRESS.put("staff-list", "/intern/arrangementer");
        BY_ADDRESS.put("staff-schedule", "/intern/arrangementer/nyt");
        BY_ADDRESS.put("staff-meeting", M1);
        BY_ADDRESS.put("staff-meeting-cancelled", "/intern/arrangementer/m3");
        BY_ADDRESS.put("staff-meeting-held", "/intern/arrangementer/m9");
        BY_ADDRESS.put("staff-change", M1 + "/ret");
        BY_ADDRESS.put("staff-reschedule", M1 + "/flyt");
        BY_ADDRESS.put("staff-capacity", M1 + "/antal");
        BY_ADDRESS.put("staff-cancel", M1 + "/aflys");
        BY_ADDRESS.put("staff-publish", M1 + "/offentliggoer");
        BY_ADDRESS.put("staff-hold", M1 + "/afholdt");
        BY_ADDRESS.put("staff-mails", M1 + "/mails");
        BY_ADDRESS.put("staff-kitchen", M1 + "/koekken");
        BY_ADDRESS.put("staff-invitations", M1 + "/invitationer");
        BY_ADDRESS.put("staff-invitation-withdraw", M1 + "/invitationer/i2/traek-tilbage");
        BY_ADDRESS.put("staff-deregister", M1 + "/deltagere/r1/afmeld");
        BY_ADDRESS.put("staff-plans", "/intern/plan");
        BY_ADDRESS.put("staff-plan", "/intern/plan/2027");
        BY_ADDRESS.put("staff-measure", MEASURE);
        BY_ADDRESS.put("staff-evidence-remove", MEASURE + "/dokumentation/e1/fjern");
        BY_ADDRESS.put("staff-figures", "/intern/tal");
        BY_ADDRESS.put("staff-facts", "/intern/tal/fakta?kind=confirmed");
        BY_ADDRESS.put("staff-not-found", "/intern/arrangementer/findes-ikke");
    }

    private StaffSamples() {}

    static void everythingIsThere(StubServices services) {
        services.on("GET /api/meetings/m1", asking("m1"))
                .on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7)))
                .on("GET /api/meetings/m3", meeting("m3", "Netværksmøde", "CANCELLED", START))
                .on("GET /api/meetings/m9", meeting("m9", "Afholdt møde", "HELD", START.minusDays(100)))
                .on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Temadag om energi", "SCHEDULED", START),
                                meeting("m3", "Netværksmøde", "CANCELLED", START),
                                meeting("m9", "Afholdt møde", "HELD", START.minusDays(100))))
                .on("GET /api/meetings/m1/needs", """
                        {"meetingId":"m1","people":1,"diet":{"VEGAN":1},"dietTexts":["Sesam"],"access":["Teleslynge"],
                         "deletedAt":"2027-05-05T13:15:00Z"}""")
                .on("GET /api/meetings/m1/registrations", participants())
                .on("GET /api/meetings/m3/registrations", items(participant("r9", "CANCELLED", 1, "Liv")))
                .on("GET /api/meetings/m9/registrations", items(participant("r8", "CONFIRMED", 1, "Liv")))
                .on(
                        "GET /api/mails",
                        items(
                                mail("a1", "CONFIRMED", "SENT", "null"),
                                mail("a2", "CANCELLED_BY_LEADER", "FAILED", "\"REJECTED\"")))
                .on("GET /api/meetings/m1/invitations", InvitationSamples.invitations())
                .on(
                        "GET /api/plans",
                        items(
                                "{\"planId\":\"2026\",\"title\":{\"da\":\"Plan 2026\",\"en\":\"Plan 2026\"}}",
                                "{\"planId\":\"2027\",\"title\":{\"da\":\"Plan 2027\",\"en\":\"Plan 2027\"}}"))
                .on("GET /api/plans/2027", plan())
                .on(
                        "GET /api/plans/2027/measures/1.3-EUD-1/trail",
                        "{\"measure\":" + measure("1.3-EUD-1", 1, false) + ",\"facts\":["
                                + fact("f1", "meeting.held.v1", "meetings") + ","
                                + fact("f2", "evidence.recorded.v1", "evidence") + "]}")
                .on("GET /api/reach", reach())
                .on("GET /api/facts", items(fact("f1", "registration.created.v1", "registrations")));
    }

    static String participants() {
        return items(
                participant("r1", "CONFIRMED", 1, "Åse Prøve"),
                OfferPagesTest.with(
                        participant("r4", "OFFERED", 2, "Bo Test"),
                        "\"offeredUntil\":\"" + OfferPagesTest.UNTIL + "\""),
                participant("r2", "WAITLISTED", 1, "Ida Eksempel-Med-Et-Meget-Langt-Efternavn"),
                participant("r3", "CANCELLED", 1, "Liv"));
    }

    private static String mail(String id, String kind, String state, String reason) {
        return """
                {"mailId":"%s","kind":"%s","state":"%s","reason":%s,"attempts":2,"nextAttemptAt":null,"registrationId":"r1",
                 "meetingId":"m1","createdAt":"2026-11-20T08:15:00Z","sentAt":null}
                """.formatted(id, kind, state, reason);
    }
}
