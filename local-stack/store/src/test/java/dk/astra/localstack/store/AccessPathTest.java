package dk.astra.localstack.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPathTest {

    private final SecondaryIndex queue = new SecondaryIndex(
            "queue",
            Stream.of("meeting", "status", "order")
                    .map(AccessPathTest::ascending)
                    .toList(),
            false);
    private final SecondaryIndex outbox = new SecondaryIndex("outbox", List.of(ascending("outbox.id")), true);

    @BeforeEach
    void fill() {
        for (int i = 0; i < 100; i++) {
            Document document = new Document("_id", i)
                    .append("meeting", "m" + i % 10)
                    .append("status", i % 20 < 10 ? "WAITLISTED" : "CONFIRMED")
                    .append("order", 1_000 - i);
            if (i < 3) {
                document.append("outbox", List.of(new Document("id", "f" + i), new Document("id", "g" + i)));
            } else if (i < 6) {
                document.append("outbox", List.of());
            }
            queue.add(document, i, null);
            outbox.add(document, i, null);
        }
    }

    @Test
    void walksOnlyThePrefixThatIsAskedFor() {
        assertThat(positions(Map.of("meeting", "m3"), null)).hasSize(10);
        assertThat(positions(Map.of("meeting", "m3", "status", "CONFIRMED"), null))
                .hasSize(5);
        assertThat(positions(Map.of("status", "CONFIRMED"), null)).isNull();
    }

    @Test
    void comesInTheOrderOfTheNextField() {
        Document byOrder = new Document("order", 1);
        Map<String, Object> waiting = Map.of("meeting", "m3", "status", "WAITLISTED");

        assertThat(positions(waiting, byOrder)).containsExactly(83, 63, 43, 23, 3);
        assertThat(positions(waiting, new Document("order", -1))).containsExactly(3, 23, 43, 63, 83);
        assertThat(path(waiting, byOrder).sorted()).isTrue();
        assertThat(path(Map.of("meeting", "m3"), byOrder).sorted()).isFalse();
    }

    @Test
    void walksARangeOfTheNextField() {
        Document above = new Document("$gt", 957).append("$lte", 997);

        assertThat(positions(Map.of("meeting", "m3", "status", "WAITLISTED", "order", above), null))
                .containsExactly(23, 3);
    }

    @Test
    void takesEveryValueOfAList() {
        Document two = new Document("$in", List.of("m1", "m2", "none"));

        assertThat(positions(Map.of("meeting", two, "status", "CONFIRMED"), null))
                .hasSize(10);
    }

    @Test
    void coversACountOnlyWhenNothingIsLeftToCheck() {
        assertThat(path(Map.of("meeting", "m3", "status", "CONFIRMED"), null).covering())
                .isTrue();
        assertThat(path(Map.of("meeting", "m3", "role", "TEACHER"), null).covering())
                .isFalse();
        assertThat(path(Map.of("meeting", "m3", "status", new Document("$gt", "A")), null)
                        .covering())
                .isFalse();
        assertThat(path(Map.of("meeting", "m3", "$or", List.of(new Document("order", 1))), null)
                        .covering())
                .isFalse();
        assertThat(path(Map.of("meeting", new Document("$eq", "m3").append("$ne", "m3")), null)
                        .covering())
                .isFalse();
    }

    @Test
    void findsTheFewDocumentsThatHaveASparseField() {
        assertThat(positions(Map.of("outbox.id", new Document("$exists", true)), null))
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(outbox.getCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "^abc, abc",
        "^abc.*, abc",
        "^abc*, ab",
        "^\\Qa.b\\E, a.b",
        "^a|b, ''",
        "abc, ''",
        "(?i)^abc, ''",
        "^a\\.b, a"
    })
    void knowsTheLiteralBeginningOfARegularExpression(String pattern, String prefix) {
        assertThat(RegexPrefix.of(pattern)).isEqualTo(prefix);
    }

    private List<Object> positions(Map<String, Object> query, Document orderBy) {
        AccessPath path = path(query, orderBy);
        return path == null ? null : path.positions().toList();
    }

    private AccessPath path(Map<String, Object> query, Document orderBy) {
        return AccessPath.best(List.of(queue, outbox), new Document(query), orderBy, false)
                .orElse(null);
    }

    private static IndexKey ascending(String field) {
        return new IndexKey(field, true);
    }
}
