package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** local-store as a child process. */
final class EmbeddedStore implements Store {

    private final ChildProcess child;

    private EmbeddedStore(@Nullable Path file) {
        child = ChildProcess.start(
                LocalStackJars.jar("store"), List.of("-XX:+UseSerialGC", "-Xmx384m"), arguments(0, file));
        child.useFromNowOn(arguments(child.port(), file));
    }

    static Store inMemory() {
        return new EmbeddedStore(null);
    }

    static Store onDisk() {
        return new EmbeddedStore(TemporaryFolder.named("store").resolve("store.db"));
    }

    private static List<String> arguments(int port, @Nullable Path file) {
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port)));
        if (file != null) {
            arguments.addAll(List.of("--file", file.toString()));
        }
        return arguments;
    }

    @Override
    public String uri(String database) {
        return "mongodb://127.0.0.1:%d/%s?uuidRepresentation=standard".formatted(child.port(), database);
    }

    @Override
    public void kill9() {
        child.kill9();
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void pause() {
        child.pause();
    }

    @Override
    public void resume() {
        child.resume();
    }
}
