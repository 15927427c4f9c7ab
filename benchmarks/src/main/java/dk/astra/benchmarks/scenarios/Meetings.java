package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.load.Reply;
import dk.astra.benchmarks.platform.Platform;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Meetings scheduled by an organiser through event-service. */
final class Meetings {

    private Meetings() {}

    static List<String> schedule(Platform platform, int count) {
        String token = platform.stack().token("organiser");
        List<String> ids = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(platform.port("event-service"))) {
            for (int i = 0; i < count; i++) {
                Reply reply = connection.exchange(HttpConnection.post(
                        "/api/meetings?schedule=true",
                        body(i),
                        "Authorization: Bearer " + token,
                        "Idempotency-Key: " + UUID.randomUUID()));
                if (reply.status() != 201) {
                    throw new IllegalStateException(reply.text());
                }
                String text = reply.text();
                int begin = text.indexOf("\"id\":\"") + "\"id\":\"".length();
                ids.add(text.substring(begin, text.indexOf('"', begin)));
            }
        }
        return ids;
    }

    private static String body(int number) {
        LocalDateTime start =
                LocalDateTime.now().plusDays(21 + number).toLocalDate().atTime(9, 30);
        return """
                {"type":"THEME_DAY","network":"PRIMARY","format":"PHYSICAL","side":"%s",
                 "title":{"da":"Temadag om energi %d","en":"Theme day on energy %d"},
                 "description":{"da":"En dag med forsøg og oplæg.","en":"A day of experiments and talks."},
                 "audience":{"da":"Lærere i grundskolen","en":"Teachers in primary school"},
                 "startsAt":"%s","endsAt":"%s",
                 "venue":{"name":"Huset ved åen","street":"Åvej 1","postalCode":"4180","town":"Sorø","municipalityCode":"0340"},
                 "programme":[{"startsAt":"09:30","title":{"da":"Velkomst","en":"Welcome"}}],
                 "agendaTags":["ABC"],"contact":{"role":"Arrangementer","email":"arrangementer@astra.example"},
                 "capacity":50}
                """.formatted(number % 2 == 0 ? "EAST" : "WEST", number, number, start, start.plusHours(5));
    }
}
