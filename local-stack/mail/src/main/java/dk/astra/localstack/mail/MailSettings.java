package dk.astra.localstack.mail;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line asks for. */
record MailSettings(int port, int webPort, Path data) {

    private static final String USAGE = "Usage: java -jar local-mail.jar --port N --web-port M --data DIR";

    static MailSettings parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        String data = given.get("--data");
        if (args.length != 6 || given.size() != 3 || data == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new MailSettings(port("--port", given), port("--web-port", given), Path.of(data));
    }

    private static int port(String option, Map<String, String> given) {
        String value = given.get(option);
        if (value == null) {
            throw new IllegalArgumentException(USAGE);
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException(option + " needs a number from 0 to 65535, not “" + value + "”.");
        }
        return Integer.parseInt(value);
    }
}
