package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who has no pointer: only keys are pressed. At every stop of the Tab key it must be seen where one is. */
final class Keys {

    private static final int MOST_STOPS = 250;
    private static final int MOST_CHOICES = 120;

    /** Where the focus is, seen from the element that is looked for; null on no element of its document. */
    private static final String STOP = """
            target => {
              const e = document.activeElement;
              if (!e || e === document.body || e === document.documentElement) return null;
              const line = (node, pseudo) => {
                const s = getComputedStyle(node, pseudo);
                return (s.outlineStyle === 'auto')
                    || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
              };
              const choice = e.type === 'radio' || e.type === 'checkbox';
              const seen = choice && e.labels.length > 0 ? e.labels[0] : e;
              // the picture of a calendar in a field for a date has a ring of its own, which the browser draws
              const within = ['date', 'time', 'datetime-local'].includes(e.type) && !e.matches(':focus');
              const drawn = within || [e, seen].some(node => line(node) || line(node, '::before') || line(node, '::after'));
              const box = seen.getBoundingClientRect();
              const there = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                  && box.right > 0 && box.left < innerWidth;
              const beside = target.type === 'radio' && e.type === 'radio' && e.name === target.name && e !== target;
              const what = e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
                  + ' "' + (e.textContent || e.value || '').trim().replace(/\\s+/g, ' ').slice(0, 40) + '"';
              return { found: e === target, beside, drawn, there, what };
            }
            """;

    private static final String CHOSEN = """
            (select, wanted) => {
              const option = select.selectedOptions[0];
              return Boolean(option) && (option.value === wanted || option.text.trim() === wanted);
            }
            """;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** On with the Tab key until it has the focus; among radio buttons with the arrows. */
    void to(Locator wanted) {
        ElementHandle target = wanted.first().elementHandle();
        List<String> passed = new ArrayList<>();
        String key = "Tab";
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (target.evaluate(STOP) instanceof Map<?, ?> here) {
                if (stop > 0) {
                    assertThat(here.get("drawn"))
                            .as("focus is drawn at %s on %s", here.get("what"), page.url())
                            .isEqualTo(true);
                    assertThat(here.get("there"))
                            .as("on the screen: %s on %s", here.get("what"), page.url())
                            .isEqualTo(true);
                }
                if (here.get("found").equals(true)) {
                    return;
                }
                key = here.get("beside").equals(true) ? "ArrowDown" : "Tab";
                passed.add(String.valueOf(here.get("what")));
            }
            page.keyboard().press(key);
        }
        throw new AssertionError(wanted + " is not reached with the keyboard on " + page.url() + ", only "
                + passed.stream().distinct().toList());
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** @param key that leads to another page */
    void leaveBy(String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }

    /** Types over what the field holds. */
    void write(Locator field, String text) {
        to(field);
        page.keyboard().press("Control+A");
        if (text.isEmpty()) {
            page.keyboard().press("Delete");
        } else {
            page.keyboard().type(text);
        }
    }

    /** @param option its value, or what it says */
    void choose(Locator select, String option) {
        to(select);
        page.keyboard().press("Home");
        for (int pressed = 0; pressed < MOST_CHOICES; pressed++) {
            if (select.first().evaluate(CHOSEN, option).equals(true)) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("no " + option + " to choose in " + select + " on " + page.url());
    }

    /** Checks a box or a radio button, or takes the mark off a box. */
    void tick(Locator box, boolean on) {
        to(box);
        if (box.first().isChecked() != on) {
            page.keyboard().press("Space");
        }
        assertThat(box.first().isChecked()).as("%s on %s", box, page.url()).isEqualTo(on);
    }
}
