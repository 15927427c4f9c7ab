package dk.astra.localstack.demo.invention;

import dk.astra.localstack.demo.Institution;
import dk.astra.localstack.demo.Municipality;
import dk.astra.localstack.demo.SignUp;
import dk.astra.localstack.demo.invention.InventedPeople.Calling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents about 900 sign-ups: several meetings per person, a few repeats, five meetings with too few seats. */
public final class InventedSignUps {

    private static final int REPEATS = 15;

    private static final List<String> WISHES = List.of(
            "Jeg spiser ikke kød.",
            "Jeg kan ikke tåle nødder.",
            "Vegetar, men gerne fisk.",
            "Jeg har brug for teleslynge.",
            "Jeg kommer lidt senere, toget er først fremme kl. 10.",
            "Jeg kører i kørestol og har brug for niveaufri adgang.",
            "Ingen mælk, tak.",
            "Vi er to fra skolen og sidder gerne sammen.");

    private static final List<String> WISHES_IN_ENGLISH =
            List.of("I do not eat meat.", "I need step-free access.", "Please no nuts.", "I speak little Danish.");

    private static final List<String> SUBJECTS = List.of(
            "fysik og kemi",
            "biologi",
            "matematik og naturfag",
            "teknologi",
            "erhvervsinformatik",
            "geografi og biologi");

    private final Random random;
    private final Map<String, List<Person>> circles = new HashMap<>();
    private final List<SignUp> signUps = new ArrayList<>();

    private InventedSignUps(Random random) {
        this.random = random;
    }

    /** @return in the order in which they arrive */
    public static List<SignUp> invent(
            List<Municipality> municipalities, List<Institution> institutions, Random random) {
        return new InventedSignUps(random).all(municipalities, institutions);
    }

    private List<SignUp> all(List<Municipality> municipalities, List<Institution> institutions) {
        gather(municipalities, institutions);
        come("EUD", "eud-temadag-oest", "EAST", 92);
        come("EUD", "eud-temadag-vest", "WEST", 74);
        come("EUD", "eud-nationalt", null, 142);
        come("EUD", "eud-sparringsgruppe", null, 11);
        come("PRIMARY", "gs-nationalt", null, 134);
        come("PRIMARY", "gs-sparringsgruppe", null, 13);
        come("COUNCIL", "kom-politikere", null, 44);
        come("MUNICIPAL", "kom-regionalt-oest", "EAST", 52);
        come("MUNICIPAL", "kom-regionalt-vest", "WEST", 39);
        come("MUNICIPAL", "kom-nationalt", null, 63);
        come("UPPER_SECONDARY", "gym-regionalt-oest", "EAST", 66);
        come("UPPER_SECONDARY", "gym-regionalt-vest", "WEST", 51);
        come("UPPER_SECONDARY", "gym-nationalt", null, 98);
        come("UPPER_SECONDARY", "gym-sparringsgruppe", null, 12);
        Collections.shuffle(signUps, random);
        repeatSome();
        return signUps;
    }

    private void gather(List<Municipality> municipalities, List<Institution> institutions) {
        InventedPeople people = new InventedPeople(municipalities, random);
        circles.put(
                "EUD",
                people.at(
                        ofTypes(institutions, Set.of("Erhvervsskole", "Social- og sundhedsskole")),
                        230,
                        List.of(
                                new Calling(45, "RESOURCE_PERSON", "naturfaglig ressourceperson"),
                                new Calling(48, "TEACHER", "faglærer"),
                                new Calling(7, "LEADER", "uddannelsesleder"))));
        circles.put(
                "PRIMARY",
                people.at(
                        ofTypes(institutions, Set.of("Folkeskole", "Friskole", "Efterskole")),
                        148,
                        List.of(
                                new Calling(80, "SCIENCE_ADVISER", "naturfagsvejleder"),
                                new Calling(15, "TEACHER", "lærer"),
                                new Calling(5, "LEADER", "skoleleder"))));
        circles.put(
                "MUNICIPAL",
                people.of(
                        municipalities,
                        130,
                        List.of(
                                new Calling(75, "SCIENCE_COORDINATOR", "naturfagskoordinator"),
                                new Calling(20, "MUNICIPAL_REPRESENTATIVE", "konsulent i børne- og ungeforvaltningen"),
                                new Calling(5, "OTHER", "projektleder"))));
        circles.put(
                "COUNCIL",
                people.of(
                        municipalities,
                        60,
                        List.of(
                                new Calling(80, "POLITICIAN", "medlem af børne- og ungeudvalget"),
                                new Calling(20, "MUNICIPAL_REPRESENTATIVE", "chef for dagtilbud og skole"))));
        circles.put(
                "UPPER_SECONDARY",
                people.at(
                        ofTypes(
                                institutions,
                                Set.of(
                                        "Alment gymnasium",
                                        "Voksenuddannelsescenter",
                                        "Teknisk gymnasium",
                                        "Handelsgymnasium")),
                        155,
                        List.of(
                                new Calling(75, "NATURAL_SCIENCE_COORDINATOR", "naturvidenskabskoordinator"),
                                new Calling(18, "TEACHER", "lektor"),
                                new Calling(7, "LEADER", "uddannelseschef"))));
    }

    private static List<Institution> ofTypes(List<Institution> institutions, Set<String> types) {
        return institutions.stream()
                .filter(institution -> types.contains(institution.type()))
                .toList();
    }

    /** Most people choose the meeting on their own side of the Great Belt; some cross it. */
    private void come(String circle, String meeting, @Nullable String side, int count) {
        Map<Person, Double> reluctance = new HashMap<>();
        List<Person> people = new ArrayList<>(circles.getOrDefault(circle, List.of()));
        for (Person person : people) {
            boolean crosses = side != null && !side.equals(person.side()) && random.nextInt(100) < 90;
            reluctance.put(person, random.nextDouble() + (crosses ? 1 : 0));
        }
        people.sort(Comparator.comparing(person -> reluctance.getOrDefault(person, 0.0)));
        for (Person person : people.subList(0, count)) {
            signUps.add(signUp(meeting, person));
        }
    }

    private SignUp signUp(String meeting, Person person) {
        int way = random.nextInt(100);
        String channel = way < 62 ? "WEB" : way < 80 ? "WIDGET" : way < 94 ? "LETTER" : "API";
        return new SignUp(
                meeting,
                person.name(),
                person.email(),
                person.title(),
                person.institutionNumber(),
                person.institutionName(),
                person.municipalityCode(),
                person.role(),
                person.language(),
                channel,
                "LETTER".equals(channel) ? "netvaerksbrev-" + (1 + random.nextInt(2)) : null,
                answers(person),
                comment(person));
    }

    private @Nullable Map<String, String> answers(Person person) {
        if (!"TEACHER".equals(person.role()) || random.nextInt(100) >= 55) {
            return null;
        }
        return Map.of("Hvilke fag underviser du i?", SUBJECTS.get(random.nextInt(SUBJECTS.size())));
    }

    private @Nullable String comment(Person person) {
        if (random.nextInt(100) >= 8) {
            return null;
        }
        List<String> wishes = "en".equals(person.language()) ? WISHES_IN_ENGLISH : WISHES;
        return wishes.get(random.nextInt(wishes.size()));
    }

    /** People who are in doubt whether it worked and send the form again, now and then with capitals. */
    private void repeatSome() {
        for (int i = 0; i < REPEATS; i++) {
            int first = random.nextInt(signUps.size() / 2);
            SignUp again = signUps.get(first);
            String email = i % 3 == 0 ? again.email().toUpperCase(Locale.ROOT) : again.email();
            int position = first + 1 + random.nextInt(signUps.size() - first);
            signUps.add(
                    position,
                    new SignUp(
                            again.meeting(),
                            again.name(),
                            email,
                            again.title(),
                            again.institutionNumber(),
                            again.institutionName(),
                            again.municipalityCode(),
                            again.role(),
                            again.language(),
                            "WEB",
                            null,
                            again.answers(),
                            again.comment()));
        }
    }
}
