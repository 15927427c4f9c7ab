package dk.astra.portal;

import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * P10: whatever is sent as a form is answered with a page, and never with a 5xx. {@code -Dportal.forms=10000} sends
 * more, {@code -Dportal.seed=…} the same again.
 */
class RandomFormsTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final int FORMS = Integer.getInteger("portal.forms", 300);
    private static final long SEED = Long.getLong("portal.seed", new Random().nextLong());

    private static final List<String> FIELDS = List.of(
            "key",
            "name",
            "email",
            "title",
            "institutionQuery",
            "institutionNumber",
            "institutionName",
            "municipalityCode",
            "role",
            "comment",
            "campaign",
            "website",
            "answer-by",
            "answer-plate",
            "answer-topics",
            "answer-pupils",
            "answer-again",
            "answer-",
            "answer-X.y[0]",
            "diet",
            "dietText",
            "access",
            "consent",
            "given.answers[x]",
            "step",
            "lang",
            "c",
            "name-1",
            "email-1",
            "name-2",
            "email-20",
            "self",
            "unnamed",
            "nameBy",
            "fit",
            "via",
            "form.name",
            "name[0]",
            "_name",
            "class.module",
            "site");

    private static final List<String> PLAUSIBLE = List.of(
            "Åse Prøve",
            "aase@skole.example",
            "901185",
            "0851",
            "TEACHER",
            "find",
            "ret",
            "tjek",
            "send",
            "vent",
            "en",
            "da",
            "tilfoej",
            "WAIT",
            "ja",
            "3",
            "2027-02-01",
            "netvaerksbrev-1",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "car",
            "24",
            "YES",
            "VEGAN",
            "");

    @BeforeEach
    void servicesTakeEverything() {
        services.on("GET /api/meetings/m1", asking("m1"))
                .on("GET /api/institutions", items("{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\"}"))
                .on("POST /api/registrations", 201, seat())
                .on("POST /api/groups", 201, group(groupPlace(1, "CONFIRMED", "Åse Prøve")))
                .on("GET /api/my-groups", group(groupPlace(1, "CONFIRMED", "Åse Prøve")));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + "/flere"})
    void areAlwaysAnsweredWithAPage(String form) {
        Random random = new Random(SEED);
        int taken = 0;
        for (int number = 0; number < FORMS; number++) {
            String body = form(random);
            PortalPages.Page page = reader.post(form, PortalPages.FORM, body);
            isAPage("form " + number + " of seed " + SEED, page);
            taken += page.status() == 200 ? 1 : 0;
        }
        assertThat(taken).as("forms that got through, seed %s", SEED).isPositive();
    }

    private static void isAPage(String what, PortalPages.Page page) {
        assertThat(page.status()).as(what).isBetween(200, 499);
        assertThat(page.header("Content-Type")).as(what).startsWith("text/html");
        assertThat(page.document().select("h1")).as(what).hasSize(1);
        assertThat(page.document().select("html").attr("lang")).as(what).isIn("da", "en");
    }

    private static String form(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        StringBuilder body = new StringBuilder();
        for (String field : FIELDS) {
            int times = random.nextInt(4) == 0 ? 0 : random.nextInt(12) == 0 ? 2 : 1;
            for (int time = 0; time < times; time++) {
                body.append(body.isEmpty() ? "" : "&").append(encode(field)).append('=');
                body.append(value(field, kind, random));
            }
        }
        return body.toString();
    }

    private enum Kind {
        /** As people fill it, with any text in it. */
        LIKELY,
        /** Any text anywhere. */
        ODD,
        /** What is no text, too: the request cannot be read. */
        BROKEN
    }

    private static String value(String field, Kind kind, Random random) {
        if (kind == Kind.LIKELY) {
            return encode(
                    switch (field) {
                        case "name" -> "Åse Prøve";
                        case "email" -> "aase@skole.example";
                        case "institutionNumber" -> "901185";
                        case "website", "dietText", "access" -> "";
                        case "answer-by" -> random.nextBoolean() ? "bus" : "car";
                        case "answer-topics" -> random.nextBoolean() ? "wind" : "sea";
                        case "answer-pupils" -> Integer.toString(random.nextInt(500));
                        case "answer-again" -> "YES";
                        case "diet" -> "VEGAN";
                        case "consent" -> "ja";
                        case "step" -> PLAUSIBLE.get(5 + random.nextInt(5));
                        case "comment" -> text(random, random.nextInt(400), kind);
                        default -> PLAUSIBLE.get(random.nextInt(PLAUSIBLE.size()));
                    });
        }
        return switch (random.nextInt(20)) {
            case 0 -> kind == Kind.BROKEN ? "%ZZ%" : "%25";
            case 1 -> kind == Kind.BROKEN ? "%FF%FE" : "+";
            case 2 -> encode(text(random, 5_000 + random.nextInt(15_000), kind));
            case 3, 4, 5, 6, 7 -> encode(PLAUSIBLE.get(random.nextInt(PLAUSIBLE.size())));
            default -> encode(text(random, random.nextInt(200), kind));
        };
    }

    /** Control characters, markup, signs of every script; where it may be broken, half of a pair as well. */
    private static String text(Random random, int length, Kind kind) {
        String special = "\"'<>&{}$#|`\\;=\u2028\u202E";
        int script = random.nextInt(0x11_0000 - 0x80);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int point = switch (random.nextInt(5)) {
                case 0 -> random.nextInt(0x1_0000);
                case 1 -> random.nextInt(0x20);
                case 2 -> special.charAt(random.nextInt(special.length()));
                default -> script + random.nextInt(0x80);
            };
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            text.appendCodePoint(half && kind != Kind.BROKEN ? 'å' : point);
        }
        return text.toString();
    }

    /** As a browser would, and half of a pair as its three bytes, which no decoder takes. */
    private static String encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)) {
                bytes.write(0xE0 | (point >> 12));
                bytes.write(0x80 | ((point >> 6) & 0x3F));
                bytes.write(0x80 | (point & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        StringBuilder encoded = new StringBuilder();
        for (byte one : bytes.toByteArray()) {
            boolean plain = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
            encoded.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xFF));
        }
        return encoded.toString();
    }

    record Nonsense(String name, String type, String body) {}

    static List<Nonsense> nonsense() {
        return List.of(
                new Nonsense("no body", PortalPages.FORM, ""),
                new Nonsense("half a surrogate pair", PortalPages.FORM, "name=%ED%A0%80"),
                new Nonsense("bytes that are no text", PortalPages.FORM, "name=%FF%FE&step=send"),
                new Nonsense("bad percent", PortalPages.FORM, "name=%ZZ&step=send"),
                new Nonsense("longer than a form may be", PortalPages.FORM, "name=" + "x".repeat(300_000)),
                new Nonsense("many fields", PortalPages.FORM, "a=1&".repeat(5_000)),
                new Nonsense("many answers", PortalPages.FORM, "answer-by=bus&".repeat(900)),
                new Nonsense(
                        "many questions",
                        PortalPages.FORM,
                        IntStream.range(0, 900)
                                .mapToObj(i -> "answer-q" + i + "=x")
                                .collect(Collectors.joining("&"))),
                new Nonsense("JSON", "application/json", "{\"name\":\"Åse\"}"),
                new Nonsense("text", "text/plain", "name=Åse"),
                new Nonsense("parts without a boundary", "multipart/form-data", "name=x"),
                new Nonsense("parts that never end", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsAnsweredWithAPage(Nonsense nonsense) {
        PortalPages.Page page = reader.post(FORM, nonsense.type(), nonsense.body());

        isAPage(nonsense.name(), page);
        assertThat(page.status()).isEqualTo(400);
        assertThat(services.calls("POST /api/registrations")).isEmpty();
    }
}
