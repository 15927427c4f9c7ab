package dk.astra.testsupport.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the built programs of local-stack lie, seen from any module's folder. */
public final class LocalStackJars {

    private LocalStackJars() {}

    /** The built jar of {@code store}, {@code broker}, {@code mail} or {@code sign-in}. */
    public static Path jar(String program) {
        Path module = root().resolve("local-stack").resolve(program);
        Path jar = module.resolve("target").resolve("local-" + program + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "%s is not built. `./tilmelding test` builds it, or `mvn package -pl local-stack/%s`."
                            .formatted(jar, program));
        }
        return jar;
    }

    /** The folder of the whole project. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack").resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds local-stack/");
    }

    /** A port of the loopback address that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
