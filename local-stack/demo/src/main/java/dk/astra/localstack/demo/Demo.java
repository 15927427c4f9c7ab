package dk.astra.localstack.demo;

import dk.astra.localstack.demo.Platform.Caller;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Loads the samples into a running platform; running it again finds what is there and adds nothing. */
public final class Demo {

    private static final int GAVE_UP = 2;
    private static final int SOME_REFUSED = 1;

    private final DemoOptions options;
    private final PrintStream out;
    private final boolean terminal;
    private final LocalDate today;
    private final Platform platform;

    Demo(DemoOptions options, PrintStream out, boolean terminal, LocalDate today, Duration patience) {
        this.options = options;
        this.out = out;
        this.terminal = terminal;
        this.today = today;
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.platform = new Platform(http, new Tokens(http, options.token(), options.credentials()), patience);
    }

    public static void main(String[] arguments) {
        // the parent reads UTF-8 whatever the locale of the machine is
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code;
        try {
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
            code = new Demo(DemoOptions.of(arguments), out, Progress.isTerminal(), today, Duration.ofSeconds(60)).run();
        } catch (DemoRefused e) {
            System.err.println(e.getMessage());
            code = GAVE_UP;
        } catch (InterruptedException e) {
            code = GAVE_UP;
        }
        System.exit(code);
    }

    /** @return 0, or 1 when some sign-ups were refused */
    int run() throws InterruptedException {
        Samples samples = Samples.in(options.samples());
        loadReference("municipalities", samples.municipalities());
        loadReference("institutions", samples.institutions());
        List<SampleMeeting> meetings = samples.meetings();
        Map<String, String> ids = new LoadMeetings(platform, options.events(), today)
                .load(meetings, progress("Meetings", meetings.size()));
        loadPlan(samples.plan());
        LoadSignUps signUps = new LoadSignUps(platform, options.registrations(), options.concurrency());
        signUps.awaitMeetings(ids.values(), progress("Open for sign-up", ids.size()));
        List<SignUp> lines = samples.signUps();
        LoadSignUps.Outcome outcome = signUps.load(lines, ids, progress("Sign-ups", lines.size()));
        new Summary(platform, options.registrations(), out).print(meetings, ids, outcome);
        return outcome.refused().isEmpty() ? 0 : SOME_REFUSED;
    }

    private Progress progress(String step, int total) {
        return new Progress(out, terminal, step, total);
    }

    private void loadReference(String name, List<?> items) {
        Progress progress = progress(Character.toUpperCase(name.charAt(0)) + name.substring(1), items.size());
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set("items", JsonMapper.shared().valueToTree(items));
        put("registration-service", URI.create(options.registrations() + "/api/reference/" + name), body);
        progress.advance(items.size());
    }

    private void loadPlan(ObjectNode plan) {
        Progress progress = progress("Plan", 1);
        URI uri = URI.create(
                options.reports() + "/api/plans/" + plan.get("planId").asString());
        Answer loaded = platform.get(Caller.ADMINISTRATOR, uri);
        JsonNode known =
                loaded.isSuccess() ? loaded.body() : JsonMapper.shared().createObjectNode();
        put("reporting-service", uri, PlanPeriod.of(known, today).move(plan));
        progress.advance(1);
    }

    private void put(String service, URI uri, JsonNode body) {
        Answer answer = platform.put(Caller.ADMINISTRATOR, uri, body);
        if (!answer.isSuccess()) {
            throw new DemoRefused(service + " does not take " + uri.getPath() + ": " + answer.explanation());
        }
    }
}
