package dk.astra.localstack.demo;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SamplesTest {

    static final Path FOLDER = Path.of("../../samples/2024");

    private static final Pattern CPR =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{2}[- ]?\\d{4}(?!\\d)");

    private final Samples samples = Samples.in(FOLDER);

    @Test
    void holdsEveryMunicipalityOfTheFiveRegions() {
        List<Municipality> municipalities = samples.municipalities();
        assertThat(municipalities).hasSize(98).extracting(Municipality::code).doesNotHaveDuplicates();
        assertThat(municipalities).extracting(Municipality::name).doesNotHaveDuplicates();
        assertThat(municipalities).allSatisfy(it -> assertThat(it.code()).matches("0\\d{3}"));
        assertThat(municipalities.stream().collect(groupingBy(Municipality::region, counting())))
                .isEqualTo(Map.of(
                        "Hovedstaden",
                        29L,
                        "Sjælland",
                        17L,
                        "Syddanmark",
                        22L,
                        "Midtjylland",
                        19L,
                        "Nordjylland",
                        11L));
        assertThat(municipalities.stream().collect(groupingBy(Municipality::side, counting())))
                .isEqualTo(Map.of("EAST", 46L, "WEST", 52L));
    }

    @Test
    void givesEveryInstitutionANumberOfItsOwnAndAMunicipality() {
        List<Institution> institutions = samples.institutions();
        Set<String> codes =
                samples.municipalities().stream().map(Municipality::code).collect(toSet());
        assertThat(institutions).hasSize(120).extracting(Institution::number).doesNotHaveDuplicates();
        assertThat(institutions).extracting(Institution::name).doesNotHaveDuplicates();
        assertThat(institutions).allSatisfy(it -> {
            assertThat(it.number()).matches("9\\d{5}");
            assertThat(codes).contains(it.municipalityCode());
        });
    }

    @Test
    void holdsThePlanWithItsThirtySixMeasures() {
        List<JsonNode> measures = samples.plan()
                .get("goals")
                .valueStream()
                .flatMap(goal -> goal.get("measures").valueStream())
                .toList();
        assertThat(samples.plan()
                        .get("goals")
                        .valueStream()
                        .map(goal -> goal.get("id").asString()))
                .containsExactly("1.1", "1.2", "1.3", "2.1", "2.2");
        assertThat(measures).hasSize(36);
        assertThat(measures).extracting(it -> it.get("id").asString()).doesNotHaveDuplicates();
        assertThat(measures.stream().collect(groupingBy(it -> it.get("mode").asString(), counting())))
                .isEqualTo(Map.of("auto", 20L, "semi", 8L, "manual", 8L));
        assertThat(measures).allSatisfy(it -> {
            assertThat(it.get("op").asString()).isIn("=", ">=");
            assertThat(it.get("target").isInt()).isTrue();
            assertThat(it.get("deadline").asString()).startsWith("2024-");
            assertThat(it.get("deadlineWord").asString()).isIn("senest", "inden");
        });
    }

    @Test
    void computesFromMeetingsWhatGoal13CanComputeFromThem() {
        JsonNode networks = samples.plan().get("goals").get(2);
        assertThat(networks.get("measures")
                        .valueStream()
                        .filter(measure -> !measure.get("rule").isNull())
                        .map(measure -> measure.get("id").asString()))
                .containsExactly(
                        "1.3-EUD-1",
                        "1.3-EUD-2",
                        "1.3-EUD-4",
                        "1.3-GS-1",
                        "1.3-GS-3",
                        "1.3-KOM-1",
                        "1.3-KOM-4",
                        "1.3-KOM-5",
                        "1.3-GYM-1",
                        "1.3-GYM-2",
                        "1.3-GYM-3",
                        "1.3-ABC");
    }

    @Test
    void countsTheFourteenMeetingsByNetworkAsThePlanDoes() {
        List<SampleMeeting> meetings = samples.meetings();
        assertThat(meetings).hasSize(14).extracting(SampleMeeting::key).doesNotHaveDuplicates();
        assertThat(meetings.stream()
                        .collect(groupingBy(it -> it.content().get("network").asString(), counting())))
                .isEqualTo(Map.of("EUD", 4L, "PRIMARY", 2L, "MUNICIPAL", 4L, "UPPER_SECONDARY", 4L));
    }

    @Test
    void keepsTwinsAlikeButForSideTimePlaceAndSeats() {
        Map<String, List<SampleMeeting>> series = samples.meetings().stream()
                .filter(meeting -> meeting.series() != null)
                .collect(groupingBy(meeting -> String.valueOf(meeting.series())));
        assertThat(series).hasSize(2).allSatisfy((name, twins) -> {
            assertThat(twins)
                    .hasSize(2)
                    .extracting(it -> it.content().get("side").asString())
                    .containsExactly("EAST", "WEST");
            for (String field : List.of("type", "network", "format", "title", "programme", "agendaTags")) {
                assertThat(twins.get(0).content().get(field))
                        .isEqualTo(twins.get(1).content().get(field));
            }
        });
    }

    @Test
    void givesEachNationalAndRegionalMeetingTheAbcAndOnlyOnlineMeetingsNoVenue() {
        assertThat(samples.meetings()).allSatisfy(meeting -> {
            boolean online = "ONLINE".equals(meeting.content().get("format").asString());
            assertThat(meeting.content().get("venue").isNull()).isEqualTo(online);
            if (meeting.content().get("type").asString().endsWith("NETWORK_MEETING")) {
                assertThat(meeting.content().get("agendaTags").toString()).contains("\"ABC\"");
            }
            assertThat(meeting.content().get("contact").get("email").asString()).endsWith("@astra.example");
            assertThat(meeting.starts()).isBefore(meeting.ends());
        });
    }

    @Test
    void overflowsAtLeastThreeMeetings() {
        Map<String, Long> people = samples.signUps().stream()
                .collect(groupingBy(
                        SignUp::meeting,
                        collectingAndThen(
                                toSet(),
                                set -> set.stream()
                                        .map(it -> it.email().toLowerCase(Locale.ROOT))
                                        .distinct()
                                        .count())));
        assertThat(people.keySet())
                .isEqualTo(samples.meetings().stream().map(SampleMeeting::key).collect(toSet()));
        assertThat(samples.meetings().stream().filter(it -> people.get(it.key()) > it.capacity()))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void givesEachPersonOneAddressAtAnInventedHost() {
        List<SignUp> signUps = samples.signUps();
        assertThat(signUps).hasSizeBetween(880, 920);
        Map<String, String> names = signUps.stream()
                .collect(toMap(it -> it.email().toLowerCase(Locale.ROOT), SignUp::name, (one, other) -> {
                    assertThat(one).isEqualTo(other);
                    return one;
                }));
        assertThat(names.values()).doesNotHaveDuplicates();
        assertThat(names.keySet()).allMatch(address -> address.matches("[a-z0-9.-]+@[a-z0-9.-]+\\.example"));
        assertThat(names.values())
                .anyMatch(it -> it.contains("é"))
                .anyMatch(it -> it.contains("-"))
                .anyMatch(it -> it.matches(".*[æøå].*"));
    }

    @Test
    void repeatsSomeAndLetsPeopleComeToSeveralMeetings() {
        List<SignUp> signUps = samples.signUps();
        Set<String> seen = new HashSet<>();
        long repeats = signUps.stream()
                .filter(it -> !seen.add(it.meeting() + " " + it.email().toLowerCase(Locale.ROOT)))
                .count();
        assertThat(repeats).isEqualTo(15);
        assertThat(signUps).anyMatch(it -> it.email().equals(it.email().toUpperCase(Locale.ROOT)));
        assertThat(signUps.stream()
                        .collect(groupingBy(SignUp::email, mapping(SignUp::meeting, toSet())))
                        .values())
                .anyMatch(meetings -> meetings.size() > 1);
    }

    @Test
    void letsEverySignUpSayWhereThePersonComesFrom() {
        Map<String, Institution> institutions =
                samples.institutions().stream().collect(toMap(Institution::number, Function.identity()));
        Set<String> codes =
                samples.municipalities().stream().map(Municipality::code).collect(toSet());
        assertThat(samples.signUps()).allSatisfy(it -> {
            long places = Stream.of(it.institutionNumber(), it.institutionName(), it.municipalityCode())
                    .filter(Objects::nonNull)
                    .count();
            assertThat(places).isEqualTo(1);
            if (it.institutionNumber() != null) {
                assertThat(institutions).containsKey(it.institutionNumber());
            }
            if (it.municipalityCode() != null) {
                assertThat(codes).contains(it.municipalityCode());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "meetings", "municipalities", "institutions", "signups"})
    void holdsNothingThatLooksLikeACprNumber(String file) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(file + ".json"))).doesNotContainPattern(CPR);
    }

    /** Negative control of {@link #holdsNothingThatLooksLikeACprNumber}. */
    @ParameterizedTest
    @ValueSource(strings = {"mit nummer er 010190-1234", "0101901234.", "310125 4321"})
    void wouldFindACprNumber(String text) {
        assertThat(text).containsPattern(CPR);
    }

    @Test
    void isWrittenTheSameAgain(@TempDir Path copy) throws IOException {
        Files.copy(FOLDER.resolve("municipalities.json"), copy.resolve("municipalities.json"));
        SampleWriter.main(new String[] {copy.toString()});
        assertThat(copy.resolve("institutions.json")).hasSameTextualContentAs(FOLDER.resolve("institutions.json"));
        assertThat(copy.resolve("signups.json")).hasSameTextualContentAs(FOLDER.resolve("signups.json"));
    }
}
