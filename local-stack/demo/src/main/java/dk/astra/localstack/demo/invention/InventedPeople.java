package dk.astra.localstack.demo.invention;

import dk.astra.localstack.demo.Institution;
import dk.astra.localstack.demo.Municipality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invents the people of a network: who they are, where they work and what they do there. */
final class InventedPeople {

    /** A role, how usual it is in the network, and the Danish job title that goes with it. */
    record Calling(int weight, String role, String title) {}

    private final Random random;
    private final Names names;
    private final Map<String, Municipality> municipalities;
    private final Set<String> addresses = new HashSet<>();

    InventedPeople(List<Municipality> municipalities, Random random) {
        this.random = random;
        this.names = new Names(random);
        this.municipalities =
                municipalities.stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
    }

    List<Person> at(List<Institution> institutions, int count, List<Calling> callings) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Institution institution = institutions.get(i % institutions.size());
            String host = Names.addressPart(institution.name()) + ".example";
            String side = municipality(institution.municipalityCode()).side();
            // some write the name of their school, as people do who do not find it in the list
            boolean typed = random.nextInt(100) < 4;
            people.add(person(
                    host,
                    typed ? null : institution.number(),
                    typed ? institution.name() + ", afdelingen ved havnen" : null,
                    null,
                    side,
                    callings));
        }
        return people;
    }

    List<Person> of(List<Municipality> places, int count, List<Calling> callings) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Municipality place = places.get(i % places.size());
            String host = Names.addressPart(place.name()) + ".kommune.example";
            people.add(person(host, null, null, place.code(), place.side(), callings));
        }
        return people;
    }

    private Person person(
            String host,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            String side,
            List<Calling> callings) {
        String name = names.next();
        Calling calling = pick(callings);
        return new Person(
                name,
                address(name, host),
                random.nextInt(100) < 85 ? calling.title() : null,
                institutionNumber,
                institutionName,
                municipalityCode,
                side,
                calling.role(),
                random.nextInt(100) < 6 ? "en" : "da");
    }

    private String address(String name, String host) {
        String[] words = name.split(" ");
        String local = Names.addressPart(words[0]) + "." + Names.addressPart(words[words.length - 1]);
        String address = local + "@" + host;
        for (int i = 2; !addresses.add(address); i++) {
            address = local + i + "@" + host;
        }
        return address;
    }

    private Calling pick(List<Calling> callings) {
        int drawn = random.nextInt(callings.stream().mapToInt(Calling::weight).sum());
        for (Calling calling : callings) {
            drawn -= calling.weight();
            if (drawn < 0) {
                return calling;
            }
        }
        throw new IllegalStateException("weights add up to less than their sum");
    }

    private Municipality municipality(String code) {
        Municipality municipality = municipalities.get(code);
        if (municipality == null) {
            throw new IllegalArgumentException("no municipality has the code " + code);
        }
        return municipality;
    }
}
