package dk.astra.localstack.signin;

import java.util.Locale;

/** What a member of staff may do; the names are those of the token claim {@code roles}. */
enum Role {
    ORGANISER("arrangoer", "Arrangør"),
    MANAGER("leder", "Leder"),
    ADMINISTRATOR("administrator", "Administrator");

    private final String userName;
    private final String displayName;

    Role(String userName, String displayName) {
        this.userName = userName;
        this.displayName = displayName;
    }

    String userName() {
        return userName;
    }

    String displayName() {
        return displayName;
    }

    /** The client by which a script gets a token of this role. */
    String commandLineClient() {
        return "cli-" + name().toLowerCase(Locale.ROOT);
    }
}
