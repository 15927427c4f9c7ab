package dk.astra.contracts;

import java.util.Objects;

/** A text in the two languages of the platform. The English one falls back to the Danish one. */
public record LocalizedText(String da, String en) {

    public LocalizedText {
        Objects.requireNonNull(da, "da");
        Objects.requireNonNull(en, "en");
    }

    /** @param language {@code en}, or anything else for Danish */
    public String in(String language) {
        return "en".equals(language) && !en.isBlank() ? en : da;
    }
}
