package dk.astra.portal.registration;

import dk.astra.portal.meetings.Campaign;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed; it travels from page to page in the form itself, so nothing is stored before it is sent, and
 * nothing is lost while a service is away.
 *
 * @param key made when the form was opened; whatever is sent from it twice counts once
 * @param institutionQuery what was searched for
 * @param institutionNumber the school chosen from what was found
 * @param institutionName a school that the search does not know
 * @param campaign code of the letter that brought the person here; what cannot be one is left out
 * @param via {@code widget} where the person came through one, see {@link Campaign}
 * @param website no person sees this field; what fills it is a machine
 */
record SignUpForm(
        String key,
        String name,
        String email,
        String title,
        String institutionQuery,
        String institutionNumber,
        String institutionName,
        String municipalityCode,
        String role,
        String comment,
        String campaign,
        String via,
        String website) {

    SignUpForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String institutionQuery,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            @Nullable String role,
            @Nullable String comment,
            @Nullable String campaign,
            @Nullable String via,
            @Nullable String website) {
        this.key = key != null && key.matches("[0-9a-f-]{36}")
                ? key
                : UUID.randomUUID().toString();
        this.name = clean(name);
        this.email = clean(email);
        this.title = clean(title);
        this.institutionQuery = clean(institutionQuery);
        this.institutionNumber = clean(institutionNumber);
        this.institutionName = clean(institutionName);
        this.municipalityCode = clean(municipalityCode);
        this.role = clean(role);
        this.comment = clean(comment);
        this.campaign = Campaign.of(campaign, null).code();
        this.via = Campaign.of(null, via).via();
        this.website = clean(website);
    }

    static SignUpForm empty(Campaign campaign) {
        return new SignUpForm(
                null, null, null, null, null, null, null, null, null, null, campaign.code(), campaign.via(), null);
    }

    SignUpForm anew() {
        return new SignUpForm(
                null,
                name,
                email,
                title,
                institutionQuery,
                institutionNumber,
                institutionName,
                municipalityCode,
                role,
                comment,
                campaign,
                via,
                website);
    }

    /**
     * The header Idempotency-Key: the same for the same answers of the same form, so a second press of the button
     * changes nothing, while answers that were corrected meanwhile are not refused.
     */
    String idempotencyKey(String meetingId, String language, Given given) {
        String answers = String.join(
                "\n",
                meetingId,
                language,
                name,
                email,
                title,
                institutionNumber,
                institutionName,
                municipalityCode,
                role,
                comment,
                campaign,
                via + given.fingerprint());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(answers.getBytes(StandardCharsets.UTF_8));
            return key + "-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The way here; no field of the form can claim a channel. */
    Campaign cameBy() {
        return new Campaign(campaign, via);
    }

    boolean isFromMachine() {
        return !website.isEmpty();
    }

    boolean hasInstitution() {
        return !institutionNumber.isEmpty() || !institutionName.isEmpty();
    }

    /** Lines end alike whether a page or a script sends them: the same answers must have the same key. */
    static String clean(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
