package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The portal's Danish texts, without the portal. */
final class DanishWords {

    private DanishWords() {}

    static Wording wording() {
        LocaleContextHolder.setLocale(Locale.of("da"));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Wording(messages);
    }
}
