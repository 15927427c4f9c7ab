package dk.astra.portal.site;

import dk.astra.contracts.LocalizedText;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates, numbers and codes in the reader's words (domain.md 5.2). */
@Component("wording")
public class Wording {

    public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final Locale DA = Locale.of("da", "DK");

    private final MessageSource messages;

    public Wording(MessageSource messages) {
        this.messages = messages;
    }

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** {@code onsdag d. 13. marts 2024}. */
    public String day(LocalDateTime time) {
        return format(time, "EEEE 'd.' d. MMMM yyyy", "EEEE d MMMM yyyy");
    }

    public String day(LocalDate date) {
        return day(date.atStartOfDay());
    }

    /** {@code onsdag}. */
    public String weekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, isEnglish() ? Locale.UK : DA);
    }

    /** {@code onsdag d. 13. marts 2024 kl. 9.30}. */
    public String time(LocalDateTime time) {
        return format(time, "EEEE 'd.' d. MMMM yyyy 'kl.' H.mm", "EEEE d MMMM yyyy 'at' HH:mm");
    }

    /** An instant of a service, in words. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : time(LocalDateTime.ofInstant(moment, DENMARK));
    }

    /** {@code 9.30-15.15}; with days where it spans several. */
    public String span(LocalDateTime from, LocalDateTime to) {
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            return time(from) + " – " + time(to);
        }
        String clock = isEnglish() ? clock(from.toLocalTime()) : "kl. " + clock(from.toLocalTime());
        return clock + (isEnglish() ? "–" : "-") + clock(to.toLocalTime());
    }

    public String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern(isEnglish() ? "HH:mm" : "H.mm").format(time);
    }

    /** {@code 13.3.2024 kl. 9.30}. */
    public String shortTime(LocalDateTime time) {
        return format(time, "d.M.yyyy 'kl.' H.mm", "d MMM yyyy, HH:mm");
    }

    /** {@code 13.3.2024}. */
    public String date(LocalDate date) {
        return format(date.atStartOfDay(), "d.M.yyyy", "d MMM yyyy");
    }

    /** A date, a local date-time or an instant of a service; shown as it came where it is none of these. */
    public String moment(@Nullable String iso) {
        return said(iso, this::date, this::shortTime);
    }

    /** The same with weekday and month in words. */
    public String inWords(@Nullable String iso) {
        return said(iso, this::day, this::time);
    }

    private static String said(
            @Nullable String iso, Function<LocalDate, String> date, Function<LocalDateTime, String> time) {
        if (iso == null) {
            return "";
        }
        try {
            if (iso.length() == 10) {
                return date.apply(LocalDate.parse(iso));
            }
            return time.apply(
                    iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                            ? LocalDateTime.ofInstant(
                                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso, Instant::from), DENMARK)
                            : LocalDateTime.parse(iso));
        } catch (DateTimeParseException unknown) {
            return iso;
        }
    }

    /** {@code november 2026}. */
    public String month(LocalDateTime time) {
        return format(time, "LLLL yyyy", "LLLL yyyy");
    }

    public String month(YearMonth month) {
        return month(month.atDay(1).atStartOfDay());
    }

    public String text(@Nullable LocalizedText text) {
        return text == null ? "" : text.in(language());
    }

    /** The language of a text that is not the page's: a Danish one that nobody put into English. */
    public @Nullable String lang(@Nullable LocalizedText text) {
        return text != null && isEnglish() && text.en().isBlank() ? "da" : null;
    }

    /** The words for a code, message {@code <group>.<code>}; a code that is newer than our words stays as it is. */
    public String of(String group, @Nullable String code) {
        return code == null ? "" : message(group + "." + code, code);
    }

    /** The title of a page; a reader of titles hears first that something is wrong. */
    public String title(String page, @Nullable FormProblems problems) {
        String prefix = problems == null || problems.isEmpty() ? "" : say("error.prefix");
        return prefix + page + " – " + say("site.name");
    }

    /** Which of our texts fits a failed request. */
    public String failure(@Nullable Integer status) {
        return switch (status) {
            case 401, 403, 404, 429, 503 -> status.toString();
            case Integer known when known >= 400 && known < 500 -> "400";
            case null, default -> "500";
        };
    }

    public String say(String key, Object... arguments) {
        String text = messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }

    public String number(@Nullable Number number) {
        if (number == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getInstance(isEnglish() ? Locale.UK : DA);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    private String message(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return text == null ? otherwise : text;
    }

    private boolean isEnglish() {
        return language().equals("en");
    }

    private String format(LocalDateTime time, String danish, String english) {
        return DateTimeFormatter.ofPattern(isEnglish() ? english : danish, isEnglish() ? Locale.UK : DA)
                .format(time);
    }
}
