package dk.astra.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what was answered from the sent form to the receipt page: in the reader's own browser, for that page only,
 * half an hour. So the receipt can be read again, and the portal keeps nothing.
 */
@Component
class ReceiptCookie {

    static final String NAME = "kvittering";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final JsonMapper json;

    ReceiptCookie(JsonMapper json) {
        this.json = json;
    }

    /** @param token end of the personal link; null where the service gave none */
    record Content(
            String status,
            @Nullable Integer placeInLine,
            @Nullable Boolean repeated,
            @Nullable String token,
            String email,
            @Nullable Instant offeredUntil,
            @Nullable Boolean confirmByMail) {

        static Content of(Receipt receipt, String email) {
            String link = receipt.link();
            return new Content(
                    receipt.status(),
                    receipt.placeInLine(),
                    receipt.isRepeat(),
                    link == null ? null : link.substring(link.lastIndexOf('/') + 1),
                    email,
                    receipt.offeredUntil(),
                    receipt.confirmByMail());
        }
    }

    void write(Content content, String path, HttpServletRequest request, HttpServletResponse response) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(content));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path(path)
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    Optional<Content> read(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                    .map(cookie -> new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8))
                    .map(text -> json.readValue(text, Content.class));
        } catch (IllegalArgumentException | JacksonException forged) {
            return Optional.empty();
        }
    }
}
