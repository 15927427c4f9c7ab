package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureRulesTest {

    private static final String FIXTURES = "dk.astra.testsupport.fixtures.";

    @ParameterizedTest
    @CsvSource({
        "layers, 'web, messaging and mongo do not see each other: web'",
        "layers, 'web, messaging and mongo do not see each other: messaging'",
        "layers, 'web, messaging and mongo do not see each other: mongo'",
        "facts, facts are known in messaging only",
        "sending, only reliable-messaging sends",
        "names, names say what a class is for",
        "transactions, no transactions: classes",
        "transactions, no transactions: methods",
        "injection, collaborators come through the constructor",
        "sleeping, nobody sleeps"
    })
    void findsTheViolationOfEachRule(String fixture, String rule) {
        assertThatThrownBy(() -> ArchitectureRules.ofFixture(FIXTURES + fixture)
                        .withLayers()
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule + ":");
    }

    @Test
    void hasAFixtureForEveryRule() {
        Map<String, ?> rules = ArchitectureRules.ofFixture(FIXTURES + "good").rules();
        Set<String> violated =
                Set.of("layers", "facts", "sending", "names", "transactions", "injection", "sleeping").stream()
                        .flatMap(fixture -> {
                            ArchitectureRules broken = ArchitectureRules.ofFixture(FIXTURES + fixture);
                            return broken.violated().stream();
                        })
                        .collect(Collectors.toSet());
        assertThat(violated).isEqualTo(rules.keySet());
    }

    @Test
    void acceptsCodeThatKeepsThem() {
        assertThatCode(() -> ArchitectureRules.ofFixture(FIXTURES + "good").check())
                .doesNotThrowAnyException();
    }

    @Test
    void letsFurtherPackagesKnowTheFacts() {
        assertThatCode(() -> ArchitectureRules.ofFixture(FIXTURES + "facts")
                        .withLayers()
                        .factsAlsoIn("..meetings..")
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void noticesThatItLookedAtNothing() {
        assertThatThrownBy(() ->
                        ArchitectureRules.of("dk.astra.nobody").withLayers().check())
                .hasMessageContaining("no class at all");
        assertThatThrownBy(() -> ArchitectureRules.ofFixture(FIXTURES + "names").check())
                .hasMessageContaining("no class in a package \"mongo\"");
    }
}
