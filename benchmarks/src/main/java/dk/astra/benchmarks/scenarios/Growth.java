package dk.astra.benchmarks.scenarios;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** Registering while 1 000, 100 000 and 1 000 000 registrations are stored already. */
public final class Growth implements Scenario {

    private static final int SEATS = 500;
    private static final int BATCH = 1_000;
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String question() {
        return "Does registering slow down with 1 000, 100 000, 1 000 000 registrations stored?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with("store", "broker", Platform.REGISTRATION);
        List<String> meetings = platform.meetings(1_000, SEATS);
        ClosedLoop loop = new ClosedLoop(platform.port(Platform.REGISTRATION), RegisterSpread.CLIENTS);
        ClosedLoop bare = new ClosedLoop(platform.reference().port(), RegisterSpread.CLIENTS);
        SignUps inserted = new SignUps("/inserted", meetings);
        loop.run(effort.warmUp(), SignUps.at(meetings));
        bare.run(effort.warmUp(), inserted);
        List<Figure> figures = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        try (Past past = new Past(platform)) {
            for (int size : effort.quick() ? SIZES.subList(0, 2) : SIZES) {
                past.growTo(size, effort);
                platform.awaitQuiet("store");
                List<Double> slices = new ArrayList<>();
                List<Double> bareSlices = new ArrayList<>();
                for (int round = 0; round < effort.rounds(); round++) {
                    slices.add(loop.run(effort.slice(), SignUps.at(meetings)).perSecond());
                    bareSlices.add(bare.run(effort.slice(), inserted).perSecond());
                }
                rates.add(median(slices));
                shares.add(median(slices) / median(bareSlices));
                effort.say("%d stored: %.0f/s, %.2f of inserted", size, rates.getLast(), shares.getLast());
                Figure figure = Figure.of(name(), "%,d stored".formatted(size).replace(',', ' '), rates.getLast(), "/s")
                        .beside("/s with 1 000 stored", rates.getFirst());
                figures.add(size == 1_000_000 ? figure.aiming(Target.ratioAtLeast(0.9)) : figure);
            }
        }
        return figures;
    }

    private static double median(List<Double> values) {
        return Effort.median(values.stream().mapToDouble(Double::doubleValue));
    }

    /** Registrations of meetings that are over, of the same shape as those that were made through the interface. */
    private static final class Past implements AutoCloseable {

        private final MongoClient client;
        private final MongoCollection<Document> registrations;
        private final Document template;
        private int stored;

        Past(Platform platform) {
            client = MongoClients.create(platform.mongo("registrations"));
            registrations = client.getDatabase("registrations").getCollection("registrations");
            String meeting = platform.meetings(1, SEATS).getFirst();
            byte[] signUp = SignUps.at(List.of(meeting)).get();
            try (HttpConnection connection = new HttpConnection(platform.port(Platform.REGISTRATION))) {
                connection.exchange(signUp);
            }
            template = Objects.requireNonNull(
                    registrations.find(Filters.eq("meetingId", meeting)).first(), "the registration just made");
            template.remove("outbox");
            template.remove("pending");
        }

        void growTo(int size, Effort effort) {
            while (stored < size) {
                List<Document> batch = new ArrayList<>(BATCH);
                String meeting = UUID.randomUUID().toString();
                for (int i = 0; i < BATCH; i++) {
                    batch.add(registration(meeting, i + 1));
                }
                registrations.insertMany(batch, new InsertManyOptions().ordered(false));
                stored += BATCH;
                if (stored % 100_000 == 0) {
                    effort.say("%d stored", stored);
                }
            }
        }

        private Document registration(String meeting, int seat) {
            Document copy = new Document(template);
            copy.put("_id", UUID.randomUUID().toString());
            copy.put("meetingId", meeting);
            copy.put("personId", UUID.randomUUID().toString());
            copy.put("personKey", key());
            copy.put("seat", seat);
            copy.put("seatKey", meeting + ":" + seat + ":0");
            copy.put("linkHash", key());
            copy.put("idempotencyKey", UUID.randomUUID().toString());
            return copy;
        }

        private static String key() {
            return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
