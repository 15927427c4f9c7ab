package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The meetings of the list, month by month. */
@Controller
class CalendarPages {

    private final FindMeetings find;
    private final Wording wording;
    private final Clock clock;

    CalendarPages(FindMeetings find, Wording wording, Clock clock) {
        this.find = find;
        this.wording = wording;
        this.clock = clock;
    }

    /** Links lead to the months that can be chosen in the form, so that nobody reads on for ever. */
    @GetMapping("/kalender")
    String month(@ModelAttribute("filter") MeetingFilter filter, Model model) {
        LocalDate today = LocalDate.now(clock.withZone(Wording.DENMARK));
        YearMonth first = YearMonth.from(today);
        YearMonth last = first.plusMonths(Choices.MONTHS - 1L);
        YearMonth month = filter.month() == null ? first : YearMonth.parse(filter.month());
        FindMeetings.Found found = find.matching(filter.inAnyMonth());
        model.addAttribute("calendar", MonthCalendar.of(month, today, found.cards()));
        model.addAttribute("unsearched", found.unsearched());
        model.addAttribute("ages", found.ages());
        if (month.isAfter(first)) {
            model.addAttribute("previous", earlier(month.minusMonths(1), last));
        }
        if (month.isBefore(last)) {
            model.addAttribute("next", month.isBefore(first) ? first : month.plusMonths(1));
        }
        model.addAttribute("later", after(month, found.cards()));
        model.addAttribute("choices", Choices.from(first));
        model.addAttribute("subscriptions", Subscription.offered(wording.language()));
        return "kalender";
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    /** The next month in which something begins. */
    private static List<YearMonth> after(YearMonth month, List<MeetingCard> cards) {
        return cards.stream()
                .map(card -> YearMonth.from(card.meeting().startsAt()))
                .filter(other -> other.isAfter(month))
                .limit(1)
                .toList();
    }
}
