package dk.astra.localstack.launcher;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The environment by which a service learns where its neighbours and its infrastructure are. */
record ServiceEnvironment(Layout layout, Ports ports) {

    /** Made at the first start; a later one must have the same, or no personal link would open any more. */
    record Secrets(String tilmelding) {}

    record Credentials(Map<String, String> clients, Map<String, String> users) {}

    Map<String, String> of(Part part, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        if (part.database() != null) {
            environment.put(
                    "SPRING_MONGODB_URI",
                    "mongodb://127.0.0.1:" + ports.of(Part.STORE) + "/" + part.database()
                            + "?uuidRepresentation=standard");
        }
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Part.BROKER));
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(ports.of(Part.MAIL)));
        environment.put("TILMELDING_SIGNIN_ISSUER", ports.url(Part.SIGN_IN));
        environment.put("TILMELDING_SIGNIN_CLIENT_ID", part.label());
        String secret = credentials().clients().get(part.label());
        if (secret != null) {
            environment.put("TILMELDING_SIGNIN_CLIENT_SECRET", secret);
        }
        environment.put("TILMELDING_EVENT_URL", ports.url(Part.EVENT_SERVICE));
        environment.put("TILMELDING_REGISTRATION_URL", ports.url(Part.REGISTRATION_SERVICE));
        environment.put("TILMELDING_NOTIFICATION_URL", ports.url(Part.NOTIFICATION_SERVICE));
        environment.put("TILMELDING_REPORTING_URL", ports.url(Part.REPORTING_SERVICE));
        environment.put("TILMELDING_PORTAL_URL", ports.url(Part.PORTAL));
        environment.put("TILMELDING_SECRET", secrets().tilmelding());
        return environment;
    }

    /** Makes what all services share before the first of them asks. */
    void prepare() {
        secrets();
    }

    Credentials credentials() {
        return Json.read(layout.credentials(), Credentials.class).orElse(new Credentials(Map.of(), Map.of()));
    }

    private Secrets secrets() {
        return Json.read(layout.secrets(), Secrets.class).orElseGet(() -> {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Secrets made = new Secrets(HexFormat.of().formatHex(bytes));
            Json.write(layout.secrets(), made);
            return made;
        });
    }
}
