package dk.astra.registration.people;

import dk.astra.registration.RegistrationSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keys and links derived from the service's secret: without it nothing leads from a stored key back to an address.
 */
@Component
public class Keys {

    private static final int LINK_BYTES = 24;

    /** Keyed once; a copy is cheaper than looking the algorithm up for each of a request's five keys. */
    private final Mac keyed;

    private final String portalUrl;

    Keys(RegistrationSettings settings) {
        this.keyed = keyed(settings.secret());
        this.portalUrl = settings.portalUrl();
    }

    /** The same for the same mailbox, however it is typed. */
    public static String normalised(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Key of a person at one meeting (P2). */
    public String person(String meetingId, String email) {
        return hex("person\n" + meetingId + '\n' + normalised(email));
    }

    /** Key of a person in the vault. */
    public String email(String email) {
        return hex("email\n" + normalised(email));
    }

    /** Hash of a request's content, which may hold personal data. */
    public String fingerprint(String content) {
        return hex("fingerprint\n" + content);
    }

    /**
     * The token of a personal link, 192 bits, base64url. Derived, so that every mail carries the same link although
     * only its hash is stored; a higher generation revokes the earlier ones.
     */
    public String link(String registrationId, int generation) {
        byte[] mac = mac("link\n" + registrationId + '\n' + generation);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, LINK_BYTES));
    }

    /** What is stored of a token. */
    public static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The absolute personal link. */
    public String absoluteLink(String token) {
        return portalUrl + "/min/" + token;
    }

    /** Where the leader of a group sees its places. */
    public String groupLink(String token) {
        return portalUrl + "/gruppe/" + token;
    }

    /** Key of an invited person at one meeting. */
    public String invitation(String meetingId, String email) {
        return hex("invitation\n" + meetingId + '\n' + normalised(email));
    }

    /** The token of an invitation's link, as {@link #link}. */
    public String invitationLink(String invitationId) {
        byte[] mac = mac("invitation-link\n" + invitationId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, LINK_BYTES));
    }

    /** The absolute link of an invitation. */
    public String absoluteInvitationLink(String token) {
        return portalUrl + "/invitation/" + token;
    }

    /** The meeting's page. */
    public String meetingLink(String meetingId) {
        return portalUrl + "/arrangementer/" + meetingId;
    }

    private String hex(String text) {
        return HexFormat.of().formatHex(mac(text));
    }

    private byte[] mac(String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
