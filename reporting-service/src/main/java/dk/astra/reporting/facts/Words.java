package dk.astra.reporting.facts;

import dk.astra.contracts.LocalizedText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Texts of the message bundle in both languages at once. */
@Component
public class Words {

    private static final Locale DANISH = Locale.of("da");
    private static final DateTimeFormatter DATE_DA = DateTimeFormatter.ofPattern("d. MMMM yyyy", DANISH);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** @param arguments texts and dates come in the language; everything else as it is */
    public LocalizedText text(String key, Object... arguments) {
        return new LocalizedText(
                in(DANISH, key, arguments, text -> text.da(), DATE_DA),
                in(Locale.ENGLISH, key, arguments, text -> text.in("en"), DATE_EN));
    }

    private String in(
            Locale locale,
            String key,
            Object[] arguments,
            Function<LocalizedText, String> language,
            DateTimeFormatter dates) {
        Object[] told = new Object[arguments.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = switch (arguments[i]) {
                case LocalizedText text -> language.apply(text);
                case LocalDate date -> date.format(dates);
                case Number number -> number.toString();
                default -> arguments[i];
            };
        }
        return messages.getMessage(key, told, locale);
    }
}
