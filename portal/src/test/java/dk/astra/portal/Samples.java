package dk.astra.portal;

import java.time.LocalDateTime;

/** Answers of the services in the shapes of docs/http-api.md. */
final class Samples {

    static final String TOKEN = "q7Yx2mVt0aBcDeFgHiJkLmNoPqRsTuVw";
    static final LocalDateTime START =
            LocalDateTime.now().plusDays(60).toLocalDate().atTime(9, 30);

    private Samples() {}

    static String items(String... objects) {
        return "{\"items\":[" + String.join(",", objects) + "],\"next\":null}";
    }

    static String meeting(String id, String title, String status, LocalDateTime start) {
        return """
                {"id":"%s","version":3,"status":"%s","type":"THEME_DAY","network":"EUD","format":"PHYSICAL","side":"EAST",
                 "seriesId":null,"identicalContent":false,"twins":[%s],
                 "title":{"da":"%s","en":"Theme day"},
                 "description":{"da":"Vi arbejder med forløb.","en":"We work on courses."},
                 "audience":{"da":"Undervisere på erhvervsskoler","en":"Teachers"},
                 "startsAt":"%s","endsAt":"%s","zone":"Europe/Copenhagen",
                 "venue":{"name":"Kvartshuset","street":"Prismegangen 4","postalCode":"4200","town":"Slagelse","municipalityCode":"0330"},
                 "programme":[{"startsAt":"09:30:00","title":{"da":"Ankomst og kaffe","en":"Arrival and coffee"}}],
                 "agendaTags":["ABC"],"contact":{"role":"Netværkssekretariatet","email":"eud@astra.example"},
                 "registrationOpensAt":"%s","registrationClosesAt":"%s","cancellationDeadline":"%s","capacity":40,
                 "cancellationReason":%s,"attendance":%s,"changedAt":"2026-11-20T08:15:00Z"}
                """.formatted(
                        id,
                        status,
                        id.equals("m1") ? "\"m2\"" : "",
                        title,
                        start,
                        start.plusHours(6),
                        start.minusDays(100),
                        start.minusDays(2),
                        start.minusDays(2),
                        status.equals("CANCELLED")
                                ? "{\"da\":\"Oplægsholderen er syg\",\"en\":\"The speaker is ill\"}"
                                : "null",
                        status.equals("HELD") ? "31" : "null");
    }

    /** A meeting with a question of every kind, and needs. */
    static String asking(String id) {
        String asked = """
                "questions":[
                 {"id":"by","kind":"CHOICE","label":{"da":"Hvordan kommer du?","en":"How do you get here?"},"required":true,
                  "options":[{"id":"bus","label":{"da":"Bus","en":"Bus"}},{"id":"car","label":{"da":"Bil","en":"Car"}}]},
                 {"id":"plate","kind":"TEXT","label":{"da":"Nummerplade","en":"Number plate"},"required":true,
                  "hint":{"da":"Til parkeringen","en":"For the car park"},"options":[],"maxLength":20,
                  "condition":{"question":"by","isOneOf":["car"]}},
                 {"id":"topics","kind":"CHOICES","label":{"da":"Hvad vil du høre om?","en":"What do you want to hear about?"},
                  "required":false,"options":[{"id":"wind","label":{"da":"Vind","en":"Wind"}},
                  {"id":"sun","label":{"da":"Sol","en":"Sun"}},{"id":"sea","label":{"da":"Havet","en":"The sea"}}]},
                 {"id":"pupils","kind":"NUMBER","label":{"da":"Hvor mange elever har du?","en":"How many pupils have you?"},
                  "required":false,"options":[],"min":0,"max":500},
                 {"id":"again","kind":"YES_NO","label":{"da":"Har du været med før?","en":"Have you been here before?"},
                  "required":false,"options":[]},
                 {"id":"wish","kind":"TEXT","label":{"da":"Hvad kunne være bedre?","en":"What could be better?"},
                  "required":false,"options":[],"condition":{"question":"again","isOneOf":["YES"]}}],
                "asksNeeds":["DIET","ACCESS"],"changedAt":""";
        return meeting(id, "Temadag om energi", "SCHEDULED", START).replace("\"changedAt\":", asked);
    }

    static String availability(String id, int confirmed, int waiting) {
        return "{\"meetingId\":\"%s\",\"capacity\":40,\"confirmed\":%d,\"waiting\":%d,\"seatsLeft\":%d}"
                .formatted(id, confirmed, waiting, Math.max(0, 40 - confirmed));
    }

    static String mine(String status, boolean cancellable) {
        return """
                {"registrationId":"r1","meetingId":"m1","status":"%s","seat":%s,"placeInLine":%s,"name":"Åse Prøve",
                 "email":"aase@skole.example","title":"lærer","institutionName":"Prøveskolen","municipalityCode":"0101",
                 "role":"TEACHER","language":"da","answers":{},"comment":"Ingen mælk","registeredAt":"2026-11-01T10:00:00Z",
                 "cancellable":%s,"transferable":%s,"movedTo":null}
                """.formatted(
                        status,
                        status.equals("CONFIRMED") ? "7" : "null",
                        status.equals("WAITLISTED") ? "4" : "null",
                        cancellable,
                        status.equals("CONFIRMED"));
    }

    /** registration-service's answer to a sign-up that got a seat. */
    static String seat() {
        return """
                {"registrationId":"r1","meetingId":"m1","status":"CONFIRMED","seat":7,"placeInLine":null,
                 "repeated":false,"link":"http://portal.example/min/%s"}
                """.formatted(TOKEN);
    }

    /** A group's list as its leader sees it. */
    static String group(String... places) {
        return """
                {"groupId":"g1","meetingId":"m1","link":"http://portal.example/gruppe/%s","leaderName":"Lea Leder",
                 "leaderEmail":"lea@skole.example","nameBy":"%s","places":[%s]}
                """.formatted(TOKEN, START.minusDays(7).toLocalDate(), String.join(",", places));
    }

    /** The same of one whose people wait for their seats together. */
    static String groupWaitingTogether() {
        return group(
                        groupPlace(1, "WAITLISTED", "Åse Prøve"),
                        groupPlace(2, "WAITLISTED", null),
                        groupPlace(3, "WAITLISTED", null))
                .replace("\"places\":", "\"waitsTogether\":true,\"places\":");
    }

    static String groupPlace(int number, String status, String name) {
        boolean live = status.equals("CONFIRMED") || status.equals("WAITLISTED");
        return """
                {"number":%d,"status":"%s","registrationId":"r%d","seat":null,"placeInLine":%s,"named":%s,"name":%s,
                 "nameable":%s,"cancellable":%s,"lapsed":false}
                """.formatted(
                        number,
                        status,
                        number,
                        status.equals("WAITLISTED") ? "4" : "null",
                        name != null,
                        name == null ? "null" : '"' + name + '"',
                        live && name == null,
                        live);
    }

    static String participant(String id, String status, int number, String name) {
        return """
                {"registrationId":"%s","meetingId":"m1","personId":"p-%s","status":"%s","seat":%s,"placeInLine":%s,
                 "name":"%s","email":"%s@skole.example","institutionName":"Prøveskolen","role":"TEACHER","language":"da",
                 "answers":{},"channel":"WEB","registeredAt":"2026-11-01T10:00:00Z","cancellable":true,"attended":null}
                """.formatted(
                        id,
                        id,
                        status,
                        status.equals("CONFIRMED") ? number : "null",
                        status.equals("WAITLISTED") ? number : "null",
                        name,
                        id);
    }

    static String measure(String id, int value, boolean met) {
        return """
                {"id":"%s","text":{"da":"Nationalt netværksmøde","en":"National network meeting"},"op":">=","target":2,
                 "unit":{"da":"møder","en":"meetings"},"deadline":"2027-12-31","mode":"auto","value":%d,"met":%s,
                 "computed":true,"note":null}
                """.formatted(id, value, met);
    }

    static String plan() {
        return """
                {"planId":"2027","title":{"da":"Mål- og resultatplan 2027","en":"Performance plan 2027"},
                 "from":"2027-01-01","to":"2027-12-31","result":0.3,"asOf":"2026-11-22T10:00:00Z","goals":[
                  {"id":"1.3","title":{"da":"Netværksaktiviteter","en":"Network activities"},"score":0,"status":"NOT_MET",
                   "measures":[%s,%s]},
                  {"id":"2.1","title":{"da":"Administrative systemer","en":"Administrative systems"},"score":0.5,
                   "status":"PARTIALLY_MET","measures":[%s]}]}
                """.formatted(measure("1.3-EUD-1", 1, false), measure("1.3-GS-1", 2, true), measure("2.1a-1", 0, false));
    }

    static String fact(String id, String type, String stream) {
        return """
                {"factId":"%s","type":"%s","stream":"%s","subject":"e1","time":"2026-11-20T08:15:00Z","meetingId":"m1",
                 "summary":{"da":"Mødet blev holdt","en":"The meeting was held"},"counts":1}
                """.formatted(id, type, stream);
    }

    static String reach() {
        return """
                {"registrations":120,"confirmed":100,"waitlisted":15,"cancelled":5,"people":110,"institutions":60,
                 "municipalities":40,"meetingsScheduled":14,"meetingsHeld":3,"attendance":77,
                 "mails":{"sent":130,"failed":1,"deferred":2},
                 "byMeeting":[{"meetingId":"m1","title":"Temadag","confirmed":40,"waitlisted":9,"cancelled":2,"attended":31}]}
                """;
    }
}
