package dk.astra.localstack.signin;

import java.util.HashMap;
import java.util.Map;

/** What the command line asks for. */
record SignInArguments(int port, String data, String portalUrl) {

    private static final String USAGE = "Usage: java -jar local-sign-in.jar --port N --data DIR --portal-url URL";

    static SignInArguments parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        String port = given.get("--port");
        String data = given.get("--data");
        String portal = given.get("--portal-url");
        if (args.length != 6 || port == null || data == null || portal == null) {
            throw new IllegalArgumentException(USAGE);
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            throw new IllegalArgumentException("--port needs a number from 1 to 65535, not “" + port + "”.");
        }
        return new SignInArguments(Integer.parseInt(port), data, portal);
    }

    Map<String, Object> asProperties() {
        return Map.of(
                "server.port", port,
                "sign-in.issuer", "http://localhost:" + port,
                "sign-in.data", data,
                "sign-in.portal-url", portalUrl);
    }
}
