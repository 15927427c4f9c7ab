package dk.astra.portal.meetings;

import dk.astra.contracts.registrations.Channel;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the reader came here, as the address says it: the letter ({@code ?c=netvaerksbrev-1}), the widget on another site
 * ({@code ?via=widget}). It goes along from the list to the form.
 *
 * @param code of the letter; empty where there was none
 * @param via {@code widget} or empty: an address can claim no other channel
 */
public record Campaign(String code, String via) {

    /** Of a page's address and of its form. */
    public static final String PARAMETER = "c";

    public static final String VIA = "via";
    static final String WIDGET = "widget";

    /** What registration-service takes: anything else would be refused at a point where the reader cannot mend it. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** An address that somebody wrote by hand may hold anything; what cannot be a code is none. */
    public static Campaign of(@Nullable String code, @Nullable String via) {
        return new Campaign(
                code != null && CODE.matcher(code.strip()).matches() ? code.strip() : "",
                WIDGET.equals(via) ? WIDGET : "");
    }

    public boolean isKnown() {
        return !code.isEmpty();
    }

    public boolean isWidget() {
        return !via.isEmpty();
    }

    public Channel channel() {
        return isWidget() ? Channel.WIDGET : isKnown() ? Channel.LETTER : Channel.WEB;
    }

    /** The same letter, through the widget. */
    Campaign throughWidget() {
        return new Campaign(code, WIDGET);
    }

    /** A link to a page of ours that knows this too. */
    public String on(String address) {
        return with(with(address, PARAMETER, code), VIA, via);
    }

    private static String with(String address, String name, String value) {
        return value.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
