package dk.astra.localstack.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passwords of the users and secrets of the clients, made at the first start and kept in {@code credentials.json}, where
 * the launcher and the demo read them.
 */
record Credentials(Map<String, String> clients, Map<String, String> users) {

    static final String PORTAL = "portal";
    static final List<String> SERVICES =
            List.of("event-service", "registration-service", "notification-service", "reporting-service");

    private static final String FILE = "credentials.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SecureRandom RANDOM = new SecureRandom();

    // nothing that is mistaken for something else when it is read aloud
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    static Credentials loadOrCreate(Path data) throws IOException {
        Path file = data.resolve(FILE);
        Credentials kept = Files.exists(file) ? read(file) : new Credentials(Map.of(), Map.of());
        Credentials complete = kept.completed();
        if (!complete.equals(kept)) {
            PrivateFile.write(file, JSON.writeValueAsString(complete));
        }
        return complete;
    }

    private static Credentials read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Credentials.class);
        } catch (JacksonException e) {
            throw new UnusableFile(
                    "The file " + file.toAbsolutePath()
                            + " is damaged. Delete it: new passwords and secrets are made at the next start.",
                    e);
        }
    }

    private Credentials completed() {
        Map<String, String> allClients = new TreeMap<>(clients);
        Stream.of(
                        Stream.of(PORTAL),
                        SERVICES.stream(),
                        Arrays.stream(Role.values()).map(Role::commandLineClient))
                .flatMap(names -> names)
                .forEach(name -> allClients.computeIfAbsent(name, any -> secret()));
        Map<String, String> allUsers = new TreeMap<>(users);
        for (Role role : Role.values()) {
            allUsers.computeIfAbsent(role.userName(), any -> password());
        }
        return new Credentials(allClients, allUsers);
    }

    String secretOf(String client) {
        return found(clients.get(client), client);
    }

    String passwordOf(Role role) {
        return found(users.get(role.userName()), role.userName());
    }

    private static String found(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalStateException("no credentials of " + name);
        }
        return value;
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
