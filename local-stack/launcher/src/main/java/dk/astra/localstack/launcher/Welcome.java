package dk.astra.localstack.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where to go now: addresses, sign-ins and the mailbox. */
record Welcome(LocalStack stack) {

    private static final Map<String, String> STAFF = Map.of(
            "arrangoer", "organiser: meetings and participants",
            "leder", "manager: the plan and its numbers",
            "administrator", "everything");

    void print() {
        Map<String, String> addresses = new LinkedHashMap<>();
        address(addresses, Part.PORTAL, "Site");
        address(addresses, Part.MAIL, "Mailbox");
        address(addresses, Part.REGISTRATION_SERVICE, "Registrations API");
        address(addresses, Part.EVENT_SERVICE, "Meetings API");
        address(addresses, Part.NOTIFICATION_SERVICE, "Mails API");
        address(addresses, Part.REPORTING_SERVICE, "Reports API");
        if (!addresses.isEmpty()) {
            System.out.println();
            addresses.forEach((what, where) -> System.out.printf("  %-20s %s%n", what, where));
        }
        if (stack.isAlive(Part.SIGN_IN.label())) {
            System.out.println();
            System.out.println("  Sign-ins at " + stack.ports().url(Part.SIGN_IN));
            stack.signIns()
                    .forEach((user, password) ->
                            System.out.printf("    %-15s %-16s %s%n", user, password, STAFF.getOrDefault(user, "")));
        }
        System.out.println();
        System.out.println("  Logs in " + stack.layout().data().resolve("logs"));
    }

    private void address(Map<String, String> addresses, Part part, String what) {
        if (stack.isAlive(part.label())) {
            String documentation = part.isService() && part != Part.PORTAL ? "/v3/api-docs" : "";
            addresses.put(what, stack.ports().url(part) + documentation);
        }
    }
}
