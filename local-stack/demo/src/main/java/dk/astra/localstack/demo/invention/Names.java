package dk.astra.localstack.demo.invention;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Names of people who do not exist: usual first names, surnames put together from words nobody is called. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Søren",
            "Åse",
            "René",
            "Anne-Sofie",
            "Jørgen",
            "Bjørn",
            "Kåre",
            "Zoé",
            "Mette",
            "Lærke",
            "Øjvind",
            "Inge",
            "Hans-Jørgen",
            "Maj-Britt",
            "Freja",
            "Aksel",
            "Asger",
            "Bodil",
            "Cæcilie",
            "Ditte",
            "Ebbe",
            "Esben",
            "Gry",
            "Helle",
            "Ib",
            "Ida-Marie",
            "Jeppe",
            "Karen-Margrethe",
            "Kræn",
            "Laust",
            "Line",
            "Malthe",
            "Mads",
            "Maren",
            "Naja",
            "Niels-Ole",
            "Nønne",
            "Oda",
            "Palle",
            "Pernille",
            "Preben",
            "Rasmus",
            "Rikke",
            "Rune",
            "Signe",
            "Sørine",
            "Solvej",
            "Stine",
            "Svend-Åge",
            "Tilde",
            "Torben",
            "Troels",
            "Tøger",
            "Ulla",
            "Vagn",
            "Vibeke",
            "Viggo",
            "Ylva",
            "Yrsa",
            "Aase",
            "Ærenfred",
            "Østen",
            "Chloé",
            "André",
            "Desirée",
            "Noémi",
            "Fatima",
            "Yusuf",
            "Amira",
            "Thuy",
            "Piotr",
            "Ewa",
            "Emre",
            "Leyla",
            "Ragnhild",
            "Halfdan",
            "Gorm",
            "Thyra",
            "Knud-Erik",
            "Birgitte",
            "Merete",
            "Dorthe",
            "Flemming",
            "Kirsten",
            "Liv",
            "Storm",
            "Alma",
            "Ellen",
            "Otto",
            "Villads");

    private static final List<String> FRONT = List.of(
            "Glimmer", "Kvarts", "Stjerne", "Måne", "Tåge", "Rim", "Ugle", "Regnbue", "Æble", "Ørne", "Ål", "Flint",
            "Torden", "Sværd", "Gnist", "Sølv", "Kobber", "Bølge", "Dug", "Tyngde", "Vinter", "Lyn", "Gløde", "Fyrre",
            "Hvid", "Bjørne", "Sirius", "Nordlys", "Morgen", "Ærte");

    private static final List<String> BACK = List.of(
            "toft", "bæk", "dal", "lund", "høj", "ager", "gren", "strøm", "vang", "sø", "å", "mark", "kær", "skov",
            "vig", "odde", "løkke", "brink");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    Names(Random random) {
        this.random = random;
    }

    /** A full name that was not given out before. */
    String next() {
        String name;
        do {
            String surname = surname();
            int kind = random.nextInt(100);
            if (kind < 14) {
                surname = surname + "-" + surname();
            } else if (kind < 32) {
                surname = surname() + " " + surname;
            }
            name = pick(FIRST) + " " + surname;
        } while (!taken.add(name));
        return name;
    }

    private String surname() {
        return pick(FRONT) + pick(BACK);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The text as it can stand in an address: lower case, Danish letters written out, the rest hyphens. */
    static String addressPart(String text) {
        String danish = text.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        return Normalizer.normalize(danish, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
