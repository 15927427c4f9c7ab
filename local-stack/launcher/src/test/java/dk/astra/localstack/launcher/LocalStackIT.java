package dk.astra.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the packaged store and mail server, the two that start fastest. */
class LocalStackIT {

    private static final List<String> TWO = List.of("store", "mail");
    private static final int OFFSET = 3_700;

    @TempDir
    Path folder;

    private LocalStack stack;

    @BeforeEach
    void prepare() {
        stack = LocalStack.in(folder).withPortOffset(OFFSET);
    }

    @AfterEach
    void stop() {
        stack.stopAll();
    }

    @Test
    void startsKillsAndRestarts() {
        stack.start(TWO);
        long before = stack.process("store").pid();
        assertThat(stack.isAlive("store")).isTrue();

        stack.kill9("store");
        assertThat(stack.isAlive("store")).isFalse();
        assertThat(stack.isAlive("mail")).isTrue();

        StackProcess again = stack.restart("store");
        assertThat(again.pid()).isNotEqualTo(before);
        assertThat(again.port()).isEqualTo(27117 + OFFSET);
        assertThat(again.isAlive()).isTrue();
    }

    @Test
    void anotherCommandFindsWhatThisOneStarted() {
        stack.start("mail");
        LocalStack other = LocalStack.in(folder);
        assertThat(other.isAlive("mail")).isTrue();
        assertThat(other.url("mail")).hasPort(8025 + OFFSET);
        assertThat(new StatusCommand(other).status().processes())
                .filteredOn(line -> line.state().equals("UP"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("mail");
                    assertThat(line.residentBytes()).isPositive();
                });
        other.stopAll();
        assertThat(stack.isAlive("mail")).isFalse();
    }

    @Test
    void stopsWhatItStartedWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(8025 + OFFSET, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> stack.start(TWO))
                    .withMessageContaining("Port " + taken.getLocalPort() + ", which mail needs, is in use");
        }
        assertThat(stack.running()).isEmpty();
    }

    @Test
    void stopsWhatItStartedWhenAProcessDies() throws Exception {
        // a file where the mail server wants its folder
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mail"), "in the way");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> stack.start(TWO))
                .withMessageContaining("mail stopped while it started (exit code 2)")
                .satisfies(
                        refusal -> assertThat(refusal.lastLines()).anyMatch(line -> line.contains("cannot be used")));
        assertThat(stack.running()).isEmpty();
    }

    @Test
    void givesAProcessTheVariablesItIsTold() throws Exception {
        stack.environment("mail", Map.of("TILMELDING_TEST", "yes"));
        StackProcess mail = stack.start("mail");
        assertThat(Files.readString(Path.of("/proc/" + mail.pid() + "/environ")))
                .contains("TILMELDING_TEST=yes");
    }

    @Test
    void pausesAProcessUntilItIsResumed() throws Exception {
        StackProcess mail = stack.start("mail");
        Path status = Path.of("/proc/" + mail.pid() + "/status");

        stack.pause("mail");
        assertThat(mail.isAlive()).isTrue();
        assertThat(stack.answers(mail)).isTrue(); // the system accepts connections for it
        assertThat(Files.readString(status)).containsPattern("State:\\s+T");

        stack.resume("mail");
        assertThat(Files.readString(status)).doesNotContainPattern("State:\\s+T");
    }

    @Test
    void refusesASecondStore() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> stack.startAnother("store", "store-2", 30_999, Map.of()))
                .withMessageContaining("store runs once only");
    }
}
