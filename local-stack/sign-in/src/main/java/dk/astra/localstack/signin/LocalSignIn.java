package dk.astra.localstack.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Signs staff in by OpenID Connect until SIGTERM: {@code --port N --data DIR --portal-url URL}. Prints {@code READY
 * port=N} when it answers.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LocalSignIn {

    static final int REFUSED = 2;

    public static void main(String[] args) {
        try {
            SignInArguments given = SignInArguments.parse(args);
            checkFree(given.port());
            checkFiles(Path.of(given.data()));
            SpringApplication application = new SpringApplication(LocalSignIn.class);
            application.setBannerMode(Banner.Mode.OFF);
            application.setDefaultProperties(given.asProperties());
            application.run();
            System.out.println("READY port=" + given.port());
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            refuse(sentence(e));
        }
    }

    private static void checkFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException inUse) {
            throw new IllegalArgumentException(
                    "Port " + port + " is in use. Stop the program that holds it, or choose another with --port.",
                    inUse);
        }
    }

    /** Before Spring does it, which would bury a damaged file under a page of stack trace. */
    private static void checkFiles(Path data) {
        try {
            Credentials.loadOrCreate(data);
            SigningKey.loadOrCreate(data);
        } catch (IOException e) {
            throw new IllegalArgumentException(sentence(e), e);
        } catch (UnusableFile e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file) {
                return "The file " + file.getFile() + " cannot be used: "
                        + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason()) + ".";
            }
        }
        return "The sign-in did not start: " + failure.getMessage();
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().halt(REFUSED);
    }
}
