package dk.astra.registration.reference.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.registration.reference.Institution;
import dk.astra.registration.reference.Municipality;
import dk.astra.registration.reference.Registers;
import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Registers in MongoDB, read from a copy in memory that is renewed every half minute: they are small. */
@Repository
class MongoRegisters implements Registers {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Copy(
            List<Municipality> municipalities,
            Map<String, Municipality> byCode,
            List<Institution> institutions,
            Map<String, Institution> byNumber,
            Instant until) {}

    private final MongoTemplate mongo;
    private final Clock clock;
    private final AtomicLong replaced = new AtomicLong();
    private volatile @Nullable Copy copy;

    MongoRegisters(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    private Copy copy() {
        Copy current = copy;
        if (current == null || clock.instant().isAfter(current.until())) {
            long before = replaced.get();
            current = read();
            // what was read while a register was replaced serves this question only
            copy = before == replaced.get() ? current : null;
        }
        return current;
    }

    private Copy read() {
        Collator danish = Collator.getInstance(Locale.of("da", "DK"));
        List<Municipality> municipalities = mongo.findAll(Municipality.class).stream()
                .sorted(Comparator.comparing(Municipality::name, danish))
                .toList();
        List<Institution> institutions = mongo.findAll(Institution.class).stream()
                .sorted(Comparator.comparing(Institution::name, danish))
                .toList();
        return new Copy(
                municipalities,
                municipalities.stream().collect(Collectors.toMap(Municipality::code, Function.identity())),
                institutions,
                institutions.stream().collect(Collectors.toMap(Institution::number, Function.identity())),
                clock.instant().plus(FRESH));
    }

    @Override
    public List<Municipality> municipalities() {
        return copy().municipalities();
    }

    @Override
    public Optional<Municipality> municipality(String code) {
        return Optional.ofNullable(copy().byCode().get(code));
    }

    @Override
    public Optional<Institution> institution(String number) {
        return Optional.ofNullable(copy().byNumber().get(number));
    }

    /** From one copy: a second look could find a register that the first did not. */
    @Override
    public boolean lacksInstitution(String number) {
        Copy now = copy();
        return !now.institutions().isEmpty() && !now.byNumber().containsKey(number);
    }

    @Override
    public boolean lacksMunicipality(String code) {
        Copy now = copy();
        return !now.municipalities().isEmpty() && !now.byCode().containsKey(code);
    }

    @Override
    public List<Institution> search(String query, int limit) {
        List<String> words = List.of(folded(query).split("\\s+"));
        return copy().institutions().stream()
                .filter(institution -> {
                    String name = folded(institution.name());
                    return words.stream().allMatch(name::contains);
                })
                .limit(limit)
                .toList();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("å", "aa")
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("é", "e")
                .replace('-', ' ')
                .strip();
    }

    @Override
    public void replaceMunicipalities(List<Municipality> municipalities) {
        replaced.incrementAndGet();
        municipalities.forEach(mongo::save);
        List<String> kept = municipalities.stream().map(Municipality::code).toList();
        mongo.remove(query(where("_id").nin(kept)), Municipality.class);
        replaced.incrementAndGet();
        copy = null;
    }

    @Override
    public void replaceInstitutions(List<Institution> institutions) {
        replaced.incrementAndGet();
        institutions.forEach(mongo::save);
        List<String> kept = institutions.stream().map(Institution::number).toList();
        Query others = query(where("_id").nin(kept));
        mongo.remove(others, Institution.class);
        replaced.incrementAndGet();
        copy = null;
    }
}
