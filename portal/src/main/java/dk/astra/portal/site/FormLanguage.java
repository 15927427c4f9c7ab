package dk.astra.portal.site;

/**
 * On a page where something was typed the reader changes language with a button of the form, so nothing is lost.
 *
 * @param form id of the form that is sent along
 * @param step value of {@code step} that brings this page back
 * @param enter value of {@code step} that the Enter key has: of the buttons of a form the first one on the page counts,
 *     and the languages come first
 */
public record FormLanguage(String form, String step, String enter) {

    /** {@code step} of a form of one page when only its language was changed: nothing is sent. */
    public static final String BACK = "ret";

    /** Of a form of one page, with the id {@code svar}. */
    public static FormLanguage ofOnePage() {
        return new FormLanguage("svar", BACK, "send");
    }
}
