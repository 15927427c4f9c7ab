package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.Channel;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels are facts that reports count: only the office can be the office. */
public final class OfficeChannels {

    private OfficeChannels() {}

    /** @throws InvalidFields when the caller is not signed in as an organiser */
    public static void requireMayUse(@Nullable Channel channel, HttpServletRequest caller) {
        boolean ofTheOffice = channel == Channel.STAFF || channel == Channel.IMPORT;
        if (ofTheOffice && !caller.isUserInRole("ORGANISER") && !caller.isUserInRole("ADMINISTRATOR")) {
            throw new InvalidFields(List.of(new FieldProblem("channel", "office-only")));
        }
    }
}
