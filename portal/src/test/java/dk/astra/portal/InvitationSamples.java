package dk.astra.portal;

import static dk.astra.portal.Samples.START;

/** registration-service's answers about invitations, in the shapes of docs/http-api.md. */
final class InvitationSamples {

    private InvitationSamples() {}

    /** @param answer NONE, YES, NO or NOT_YET */
    static String myInvitation(String answer, boolean yesPossible, boolean noPossible) {
        boolean yes = answer.equals("YES");
        return """
                {"invitationId":"i1","meetingId":"m1","name":"Åse Prøve","language":"da","answer":"%s","note":%s,
                 "answeredAt":%s,"registrationStatus":%s,"placeInLine":null,"registrationLink":%s,
                 "changeableUntil":%s,"yesPossible":%s,"noPossible":%s}
                """.formatted(
                        answer,
                        answer.equals("NONE") ? "null" : "\"Jeg kommer lidt senere\"",
                        answer.equals("NONE") ? "null" : "\"2026-11-20T08:15:00Z\"",
                        yes ? "\"CONFIRMED\"" : "null",
                        yes ? "\"http://portal.example/min/" + Samples.TOKEN + "\"" : "null",
                        noPossible ? "\"" + START.minusDays(2) + ":00Z\"" : "null",
                        yesPossible,
                        noPossible);
    }

    static String invited(String id, String name, String answer) {
        return """
                {"invitationId":"%s","meetingId":"m1","personId":"p-%s","name":"%s","email":"%s@skole.example",
                 "title":"rektor","institutionName":null,"language":"da","answer":"%s","note":%s,
                 "invitedAt":"2026-11-20T08:15:00Z","answeredAt":null,"remindedAt":"2026-11-21T08:15:00Z","reminders":1,
                 "registrationId":%s,"registrationStatus":%s,"withdrawn":false}
                """.formatted(
                        id,
                        id,
                        name,
                        id,
                        answer,
                        answer.equals("NO") ? "\"Jeg er på rejse\"" : "null",
                        answer.equals("YES") ? "\"r1\"" : "null",
                        answer.equals("YES") ? "\"CONFIRMED\"" : "null");
    }

    /** One who comes, one who does not, one who is silent; two have to come. */
    static String invitations() {
        return """
                {"items":[%s,%s,%s],
                 "summary":{"meetingId":"m1","invited":3,"yes":1,"yesWaiting":0,"no":1,"notYet":0,"silent":1,"quorum":2,
                            "quorumMet":false}}
                """.formatted(
                        invited("i1", "Åse Prøve", "YES"),
                        invited("i2", "Bo <b>Test</b>", "NO"),
                        invited("i3", "Ida Eksempel", "NONE"));
    }
}
