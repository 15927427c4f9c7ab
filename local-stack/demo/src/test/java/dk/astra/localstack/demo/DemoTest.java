package dk.astra.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private StubPlatform stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubPlatform();
        Files.writeString(
                folder.resolve("credentials.json"),
                "{\"clients\":{\"cli-organiser\":\"a\",\"cli-administrator\":\"b\"}}");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void bringsEverythingInAlthoughTheServiceIsBusyNowAndThen() throws Exception {
        assertThat(demo(stub.uri()).run()).isZero();

        assertThat(stub.meetings).hasSize(14);
        assertThat(stub.stored)
                .containsOnlyKeys("/api/reference/municipalities", "/api/reference/institutions", "/api/plans/2024");
        assertThat(stub.people.values().stream().mapToInt(List::size).sum()).isEqualTo(891);
        assertThat(stub.busyAnswers).isGreaterThan(10);
        assertThat(output())
                .contains("Sign-ups         100 %  906/906")
                .contains("15 repeats")
                .containsPattern("60 +60 +32 +Temadag");
    }

    @Test
    void addsNothingWhenItRunsAgain() throws Exception {
        demo(stub.uri()).run();
        int people = stub.people.values().stream().mapToInt(List::size).sum();

        assertThat(demo(stub.uri()).run()).isZero();

        assertThat(stub.meetings).hasSize(14);
        assertThat(stub.people.values().stream().mapToInt(List::size).sum()).isEqualTo(people);
    }

    @Test
    void saysHowManySignUpsWereRefusedAndWhy() throws Exception {
        stub.closed = true;
        assertThat(demo(stub.uri()).run()).isEqualTo(1);
        assertThat(output()).contains("Refused 906 times: registration-closed");
    }

    @Test
    void givesUpWithASentenceWhenAServiceIsOutOfReach() {
        URI gone = stub.uri();
        stub.close();
        assertThatThrownBy(() -> demo(gone, Duration.ofMillis(300)).run())
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("is out of reach");
    }

    @Test
    void namesTheSignInWhenThatIsWhatIsMissing() {
        URI gone = URI.create("http://localhost:1/oauth2/token");
        DemoOptions options = options(stub.uri(), gone);
        assertThatThrownBy(() -> demo(options, Duration.ofMillis(300)).run())
                .hasMessageStartingWith("localhost:1 is out of reach");
    }

    @Test
    void saysWhichSecretIsMissing() throws IOException {
        Files.writeString(folder.resolve("credentials.json"), "{\"clients\":{}}");
        assertThatThrownBy(() -> demo(stub.uri()).run())
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("cli-administrator");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> DemoOptions.of("--what", "x")).hasMessageContaining("--what");
        assertThatThrownBy(() -> DemoOptions.of("--credentials")).hasMessageContaining("value is missing");
        assertThatThrownBy(() -> DemoOptions.of("--credentials", "f", "--event-url", "no url"))
                .hasMessageContaining("--event-url");
        assertThatThrownBy(() -> DemoOptions.of()).hasMessageContaining("--credentials is missing");
    }

    @Test
    void drawsOneLineOnATerminal() {
        Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), true, "Step", 4);
        progress.advance(2);
        progress.advance(2);
        assertThat(output().split("\r")).hasSize(4);
        assertThat(output()).contains("[###############...............] 2/4").endsWith("\n");
    }

    private Demo demo(URI uri) {
        return demo(uri, Duration.ofSeconds(20));
    }

    private Demo demo(URI uri, Duration patience) {
        return demo(options(uri, URI.create(uri + "/oauth2/token")), patience);
    }

    private Demo demo(DemoOptions options, Duration patience) {
        return new Demo(options, new PrintStream(printed, true, StandardCharsets.UTF_8), false, TODAY, patience);
    }

    private DemoOptions options(URI uri, URI token) {
        return new DemoOptions(uri, uri, uri, token, folder.resolve("credentials.json"), SamplesTest.FOLDER, 8);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
