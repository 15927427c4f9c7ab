package dk.astra.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dk.astra.contracts.Fact;
import dk.astra.contracts.FactType;
import dk.astra.contracts.Facts;
import dk.astra.contracts.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The rules of house-style.md for the production classes of one service.
 *
 * <pre>{@code
 * @Test
 * void keepsTheRulesOfTheHouse() {
 *     ArchitectureRules.of("dk.astra.registration").check();
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final List<String> LAYERS = List.of("web", "messaging", "mongo");
    private static final Set<Class<?>> WORDS_OF_THE_STREAMS = Set.of(FactType.class, Facts.class, Streams.class);
    private static final List<String> SENDERS = List.of(
            "org.springframework.kafka.core.KafkaTemplate",
            "org.springframework.kafka.core.ProducerFactory",
            "org.springframework.cloud.stream.function.StreamBridge",
            "org.apache.kafka.clients.producer.Producer",
            "org.apache.kafka.clients.producer.KafkaProducer");

    private final JavaClasses classes;
    private final List<String> layers;
    private final List<String> factsAllowedIn;

    private ArchitectureRules(JavaClasses classes, List<String> layers, List<String> factsAllowedIn) {
        this.classes = classes;
        this.layers = layers;
        this.factsAllowedIn = factsAllowedIn;
    }

    /** The production classes below a package. */
    public static ArchitectureRules of(String basePackage) {
        return new ArchitectureRules(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage),
                LAYERS,
                List.of("..messaging.."));
    }

    static ArchitectureRules ofFixture(String basePackage) {
        return new ArchitectureRules(
                new ClassFileImporter().importPackages(basePackage), LAYERS, List.of("..messaging.."));
    }

    /** Which of {@code web}, {@code messaging} and {@code mongo} this service has; all three by default. */
    public ArchitectureRules withLayers(String... present) {
        return new ArchitectureRules(classes, List.of(present), factsAllowedIn);
    }

    /** A further package, for example {@code ..projections..}, that may know the facts. */
    public ArchitectureRules factsAlsoIn(String packageIdentifier) {
        List<String> more = new ArrayList<>(factsAllowedIn);
        more.add(packageIdentifier);
        return new ArchitectureRules(classes, layers, List.copyOf(more));
    }

    /** Fails with every violation of every rule, or where a rule would have looked at nothing. */
    public void check() {
        List<String> failures = new ArrayList<>();
        for (String layer : layers) {
            if (classes.stream().noneMatch(candidate -> isIn(layer, candidate))) {
                failures.add("no class in a package \"" + layer
                        + "\": the rules looked at nothing (state the layers with withLayers)");
            }
        }
        rules().forEach((name, rule) -> {
            String details = String.join(
                    "\n  ", rule.evaluate(classes).getFailureReport().getDetails());
            if (!details.isEmpty()) {
                failures.add(name + ":\n  " + details);
            }
        });
        if (classes.isEmpty()) {
            failures.add("no class at all: is the base package right?");
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    /** The sentences of the rules that are broken. */
    Set<String> violated() {
        return rules().entrySet().stream()
                .filter(rule -> rule.getValue().evaluate(classes).hasViolation())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Each rule by its sentence. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("web, messaging and mongo do not see each other: web", blind("web", "messaging", "mongo"));
        rules.put("web, messaging and mongo do not see each other: messaging", blind("messaging", "web", "mongo"));
        rules.put("web, messaging and mongo do not see each other: mongo", blind("mongo", "web", "messaging"));
        rules.put("facts are known in messaging only", factsInMessagingOnly());
        rules.put("only reliable-messaging sends", onlyReliableMessagingSends());
        rules.put("names say what a class is for", names());
        rules.put("no transactions: classes", noTransactionalClasses());
        rules.put("no transactions: methods", noTransactionalMethods());
        rules.put("collaborators come through the constructor", noFieldInjection());
        rules.put("nobody sleeps", noSleep());
        return rules;
    }

    private static ArchRule blind(String layer, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(".." + layer + "..")
                .should()
                .dependOnClassesThat(describe(
                        "in the same service's " + String.join(" or ", others),
                        other -> other.getPackageName().startsWith("dk.astra.")
                                && !other.getPackageName().startsWith("dk.astra.messaging")
                                && List.of(others).stream().anyMatch(name -> isIn(name, other))))
                .allowEmptyShould(true);
    }

    private ArchRule factsInMessagingOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(factsAllowedIn.toArray(String[]::new))
                .should()
                .dependOnClassesThat(describe(
                        "facts of contracts",
                        other -> WORDS_OF_THE_STREAMS.stream().anyMatch(other::isEquivalentTo)
                                || (other.getPackageName().startsWith("dk.astra.contracts")
                                        && other.isAssignableTo(Fact.class))))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyReliableMessagingSends() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dk.astra.messaging..")
                .should()
                .dependOnClassesThat(describe("that send to Kafka", other -> SENDERS.contains(other.getName())))
                .allowEmptyShould(true);
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Dto|DTO|Impl)")
                .allowEmptyShould(true);
    }

    private static ArchRule noTransactionalClasses() {
        return noClasses()
                .should()
                .beAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                .orShould()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .orShould()
                .dependOnClassesThat(describe(
                        "a transaction manager or a client session",
                        other -> other.getName().equals("org.springframework.data.mongodb.MongoTransactionManager")
                                || other.getName().equals("com.mongodb.client.ClientSession")))
                .allowEmptyShould(true);
    }

    private static ArchRule noTransactionalMethods() {
        return noMethods()
                .should()
                .beAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                .orShould()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .allowEmptyShould(true);
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .allowEmptyShould(true);
    }

    private static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .allowEmptyShould(true);
    }

    private static boolean isIn(String layer, JavaClass candidate) {
        return List.of(candidate.getPackageName().split("\\.")).contains(layer);
    }
}
