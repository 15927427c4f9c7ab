package dk.astra.portal.meetings;

/**
 * What other sites show of a page.
 *
 * @param url the page's one address in this language
 * @param locale {@code da_DK} or {@code en_GB}
 * @param data schema.org, JSON that may stand inside a script element
 */
public record Share(String title, String description, String url, String locale, String data) {}
