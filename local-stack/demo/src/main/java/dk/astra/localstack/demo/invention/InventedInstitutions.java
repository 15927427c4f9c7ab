package dk.astra.localstack.demo.invention;

import dk.astra.localstack.demo.Institution;
import dk.astra.localstack.demo.Municipality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Invents 120 institutions of every kind that Astra's networks meet, spread over all municipalities. */
public final class InventedInstitutions {

    private static final List<String> FRONT = List.of(
            "Kvarts",
            "Magnet",
            "Komet",
            "Brint",
            "Prisme",
            "Tyngde",
            "Nordlys",
            "Molekyl",
            "Ellipse",
            "Pendul",
            "Krystal",
            "Tidevands",
            "Neutron",
            "Gnist",
            "Spektral",
            "Meteor",
            "Zenit",
            "Barometer",
            "Kompas",
            "Vindrose",
            "Linse",
            "Karat",
            "Ozon",
            "Basalt");

    private static final List<String> BACK =
            List.of("bakke", "mark", "lund", "bæk", "sø", "høj", "dal", "eng", "fjord", "toft", "strand", "ager", "å");

    private record Kind(String type, int count, List<String> patterns) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "Erhvervsskole",
                    26,
                    List.of("%s Tekniske Skole", "%s Erhvervsskole", "%s Handelsskole", "%s Landbrugsskole")),
            new Kind("Social- og sundhedsskole", 10, List.of("Social- og Sundhedsskolen %s")),
            new Kind("Folkeskole", 34, List.of("%sskolen", "%s Skole")),
            new Kind("Friskole", 10, List.of("%s Friskole", "%s Lilleskole")),
            new Kind("Efterskole", 5, List.of("%s Efterskole")),
            new Kind("Alment gymnasium", 20, List.of("%s Gymnasium", "%s Gymnasium og HF")),
            new Kind("Voksenuddannelsescenter", 6, List.of("VUC %s")),
            new Kind("Teknisk gymnasium", 6, List.of("%s Tekniske Gymnasium")),
            new Kind("Handelsgymnasium", 3, List.of("%s Handelsgymnasium")));

    private InventedInstitutions() {}

    /** @return in order of their numbers */
    public static List<Institution> invent(List<Municipality> municipalities, Random random) {
        List<String> roots = new ArrayList<>();
        for (String front : FRONT) {
            for (String back : BACK) {
                roots.add(front + back);
            }
        }
        Collections.shuffle(roots, random);
        List<Municipality> places = new ArrayList<>(municipalities);
        Collections.shuffle(places, random);

        List<Institution> institutions = new ArrayList<>();
        int number = 901000;
        for (Kind kind : KINDS) {
            for (int i = 0; i < kind.count(); i++) {
                number += 1 + random.nextInt(700);
                int position = institutions.size();
                String pattern =
                        kind.patterns().get(random.nextInt(kind.patterns().size()));
                institutions.add(new Institution(
                        Integer.toString(number),
                        pattern.formatted(roots.get(position)),
                        kind.type(),
                        places.get(position % places.size()).code()));
            }
        }
        institutions.sort(Comparator.comparing(Institution::number));
        return institutions;
    }
}
