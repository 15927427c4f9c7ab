package dk.astra.portal.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs to know.
 *
 * @param language {@code da} or {@code en}
 * @param section which entry of the menu this page belongs to: {@code meetings}, {@code staff-meetings}, {@code plan},
 *     {@code figures}, or empty
 * @param languages the same page in the other languages
 * @param staff who is signed in; null for a participant
 */
public record Site(
        String language,
        String section,
        boolean internal,
        boolean hidden,
        List<LanguageLink> languages,
        @Nullable String staff,
        boolean mayOrganise,
        boolean mayManage) {

    /** One language that the reader can choose. */
    public record LanguageLink(String language, String href, boolean current) {}
}
