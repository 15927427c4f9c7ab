package dk.astra.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.ReportingServiceTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances that are told of the same aggregate at the same moment, and what a crash leaves undone. */
@ReportingServiceTest
class LatestStatesIT {

    private static final Runnable NOTHING = () -> {};

    private final MongoTemplate mongo;
    private final LatestStates states;
    private final String subject = UUID.randomUUID().toString();

    @Autowired
    LatestStatesIT(MongoTemplate mongo, LatestStates states) {
        this.mongo = mongo;
        this.states = states;
    }

    private ToldFact told(String about, long sequence) {
        FactHeaders headers = new FactHeaders(
                about + "-" + sequence,
                "mail.sent.v1",
                "/test",
                about,
                sequence,
                Instant.parse("2026-11-22T09:00:00Z"),
                null);
        MailFigures figures = new MailFigures(MailFigures.Outcome.DEFERRED, MailKind.CONFIRMED, null);
        return new ToldFact(RecordedFact.about(figures, "meeting", headers), state -> {
            if (ToldFact.isLatest(state, sequence)) {
                state.append("version", sequence).append("factId", headers.id());
            }
        });
    }

    /** Another instance, into whose next write something comes in between. */
    private LatestStates interrupted(Runnable between, UnaryOperator<Object> write) {
        AtomicReference<Runnable> once = new AtomicReference<>(between);
        return new LatestStates(new MongoTemplate(mongo.getMongoDatabaseFactory(), mongo.getConverter()) {
            @Override
            @SuppressWarnings("unchecked")
            public MongoCollection<Document> getCollection(@Nullable String name) {
                MongoCollection<Document> stored = super.getCollection(name);
                return (MongoCollection<Document>) Proxy.newProxyInstance(
                        MongoCollection.class.getClassLoader(),
                        new Class<?>[] {MongoCollection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("bulkWrite")) {
                                once.getAndSet(NOTHING).run();
                                arguments[0] = ((List<?>) arguments[0])
                                        .stream().map(write).toList();
                            }
                            try {
                                return method.invoke(stored, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        });
    }

    private List<String> trail() {
        Document state = mongo.findById(subject, Document.class, "mails");
        return state == null
                ? List.of()
                : LatestStates.trail(state).stream()
                        .map(fact -> fact.getString("_id"))
                        .sorted()
                        .toList();
    }

    private long version() {
        Document state = mongo.findById(subject, Document.class, "mails");
        return state == null ? 0 : state.getLong("version");
    }

    @Test
    void losesNothingWhenAnotherInstanceInsertsFirst() {
        LatestStates late =
                interrupted(() -> states.take("mails", List.of(told(subject, 2))), UnaryOperator.identity());

        assertThat(late.take("mails", List.of(told(subject, 1)))).containsExactly(Effect.APPLIED);

        assertThat(trail()).containsExactly(subject + "-1", subject + "-2");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void losesNothingWhenAnotherInstanceReplacesFirst() {
        states.take("mails", List.of(told(subject, 1)));
        LatestStates late =
                interrupted(() -> states.take("mails", List.of(told(subject, 3))), UnaryOperator.identity());

        assertThat(late.take("mails", List.of(told(subject, 2), told(subject, 3))))
                .containsExactly(Effect.APPLIED, Effect.REPEATED);

        assertThat(trail()).containsExactly(subject + "-1", subject + "-2", subject + "-3");
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void wouldLoseAFactWithoutTheConditionOnTheRevision() {
        states.take("mails", List.of(told(subject, 1)));
        LatestStates careless = interrupted(
                () -> states.take("mails", List.of(told(subject, 3))),
                write -> write instanceof ReplaceOneModel<?> replace
                        ? new ReplaceOneModel<>(new Document("_id", subject), (Document) replace.getReplacement())
                        : write);

        careless.take("mails", List.of(told(subject, 2)));

        assertThat(trail()).as("negative control").doesNotContain(subject + "-3");
    }

    @Test
    void doesTheRestWhenAPollComesAgainAfterACrash() {
        String other = UUID.randomUUID().toString();
        states.take("mails", List.of(told(subject, 1), told(other, 1)));

        assertThat(states.take("mails", List.of(told(subject, 1), told(subject, 2), told(subject, 2), told(other, 1))))
                .containsExactly(Effect.REPEATED, Effect.APPLIED, Effect.REPEATED, Effect.REPEATED);

        assertThat(trail()).containsExactly(subject + "-1", subject + "-2");
    }

    @Test
    void takesUpAStateFromBeforeThereWereTrails() {
        mongo.getCollection("mails").insertOne(new Document("_id", subject).append("version", 2L));

        assertThat(states.take("mails", List.of(told(subject, 1), told(subject, 3))))
                .containsExactly(Effect.APPLIED, Effect.APPLIED);

        assertThat(trail()).containsExactly(subject + "-1", subject + "-3");
        assertThat(version()).isEqualTo(3);
    }
}
