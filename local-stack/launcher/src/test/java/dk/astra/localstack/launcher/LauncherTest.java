package dk.astra.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    @Test
    void helpsWithoutACommandAndWithAWrongOne() {
        assertThat(Launcher.run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./tilmelding COMMAND");

        assertThat(Launcher.run("start")).isEqualTo(Launcher.MISUSED);
        assertThat(said()).startsWith("There is no command “start”.").contains("Usage:");
    }

    /** The script answers help itself, without a JVM. */
    @Test
    void scriptGivesTheSameHelp() throws Exception {
        assertThat(Files.readString(Layout.ownRepository().resolve("tilmelding")))
                .contains("<<'HELP'\n" + CommandLine.HELP + "HELP\n");
    }

    @Test
    void refusesUnknownOptionsAndMissingValues() {
        assertThat(Launcher.run("up", "--detatch")).isEqualTo(Launcher.MISUSED);
        assertThat(said()).contains("up has no option --detatch.");
        assertThat(Launcher.run("up", "--data")).isEqualTo(Launcher.MISUSED);
        assertThat(said()).contains("--data needs a value.");
        assertThat(Launcher.run("up", "--port-offset", "high", "--data", folder.toString(), "--only", "store"))
                .isEqualTo(Launcher.MISUSED);
        assertThat(said()).contains("--port-offset needs a number, not “high”.");
        assertThat(Launcher.run("down", "now")).isEqualTo(Launcher.MISUSED);
        assertThat(said()).contains("down takes no “now”.");
        assertThat(Launcher.run("token")).isEqualTo(Launcher.MISUSED);
        assertThat(said()).contains("token needs one role");
    }

    @Test
    void refusesUnknownProcessesAndRoles() {
        assertThat(Launcher.run("up", "--only", "store,brokr", "--data", folder.toString()))
                .isEqualTo(Launcher.FAILED);
        assertThat(said()).contains("There is no process “brokr”.").contains("store, broker, mail");
        assertThat(Launcher.run("token", "king", "--data", folder.toString())).isEqualTo(Launcher.FAILED);
        assertThat(said()).contains("There is no role “king”.").contains("organiser, manager, administrator");
        assertThat(Launcher.run("token", "manager", "--data", folder.toString()))
                .isEqualTo(Launcher.FAILED);
        assertThat(said()).contains("Start it with ./tilmelding up.");
    }

    @Test
    void saysThatNothingRuns() {
        assertThat(Launcher.run("status", "--data", folder.toString())).isEqualTo(Launcher.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("portal").contains("Nothing runs.");
        assertThat(Launcher.run("down", "--data", folder.toString())).isZero();
    }

    @Test
    void statusIsJsonOnRequest() {
        Launcher.run("status", "--json", "--data", folder.toString());
        var status = Json.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(status.get("up").asBoolean()).isFalse();
        assertThat(status.get("processes"))
                .hasSize(9)
                .allSatisfy(
                        process -> assertThat(process.get("state").asString()).isEqualTo("DOWN"));
    }

    @Test
    void refusesADataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Launcher.run(
                        "up", "--only", "store", "--data", file.resolve("data").toString()))
                .isEqualTo(Launcher.FAILED);
        assertThat(said()).contains("cannot be written").contains("Choose another with --data DIR.");
    }

    @Test
    void saysThatTheNotesAreDamaged() throws Exception {
        Path note = folder.resolve("run/stack.json");
        Files.createDirectories(note.getParent());
        Files.writeString(note, "{");
        assertThat(Launcher.run("status", "--data", folder.toString())).isEqualTo(Launcher.FAILED);
        assertThat(said()).contains("stack.json is damaged. Delete it and try again.");
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
