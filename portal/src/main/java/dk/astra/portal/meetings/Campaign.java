package dk.astra.portal.meetings;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The letter that brought the reader, as the address says it ({@code ?c=netvaerksbrev-1}); it goes along from the list
 * to the form.
 *
 * @param code empty where there was no letter
 */
public record Campaign(String code) {

    /** Of a page's address and of its form. */
    public static final String PARAMETER = "c";

    /** What registration-service takes: anything else would be refused at a point where the reader cannot mend it. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** An address that somebody wrote by hand may hold anything; what cannot be a code is none. */
    public static Campaign of(@Nullable String text) {
        return new Campaign(text != null && CODE.matcher(text.strip()).matches() ? text.strip() : "");
    }

    public boolean isKnown() {
        return !code.isEmpty();
    }

    /** A link to a page of ours, with the code if there is one. */
    public String on(String address) {
        return isKnown() ? address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + code : address;
    }
}
