package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has no pointer: only keys are pressed. At every stop of the Tab key it must be seen where one is, and no
 * stop may hold one back.
 */
final class Keyboard {

    private static final int MOST_STOPS = 200;

    /** Where the focus is, whether that is drawn, and whether it lies on the screen; null on no element. */
    private static final String STOP = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body || e === document.documentElement) return null;
              const line = (node, pseudo) => {
                const s = getComputedStyle(node, pseudo);
                return (s.outlineStyle === 'auto')
                    || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
              };
              const choice = e.type === 'radio' || e.type === 'checkbox';
              const seen = choice && e.labels.length > 0 ? e.labels[0] : e;
              const drawn = [e, seen].some(node => line(node) || line(node, '::before') || line(node, '::after'));
              const box = seen.getBoundingClientRect();
              const there = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                  && box.right > 0 && box.left < innerWidth;
              const every = [...document.querySelectorAll('*')];
              return {
                what: e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' "' + (e.textContent || e.value || '').trim().slice(0, 40) + '"',
                number: every.indexOf(e), drawn, there
              };
            }
            """;

    private final Page page;
    private int stops;

    Keyboard(Page page) {
        this.page = page;
    }

    private record Stop(String what, int number) {}

    /** Stops of the Tab key that were looked at. */
    int stops() {
        return stops;
    }

    /** On with the Tab key until what the selector finds has the focus. */
    void to(String selector) {
        move("Tab", selector);
    }

    /** The same, backwards. */
    void back(String selector) {
        move("Shift+Tab", selector);
    }

    private void move(String key, String selector) {
        List<String> passed = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            Stop here = next(key);
            if (here != null) {
                passed.add(here.what());
                if (is(selector)) {
                    return;
                }
            }
        }
        throw new AssertionError(selector + " is not reached with " + key + " on " + page.url() + ", only " + passed);
    }

    private boolean is(String selector) {
        return Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector));
    }

    /** Presses Enter on what the selector finds, which leads to another page. */
    void follow(String selector) {
        to(selector);
        leaveBy("Enter");
    }

    /** @param key that leads to another page */
    void leaveBy(String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Replaces what is in the field. */
    void replace(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** From the first stop to the last and out, then the same way back. */
    int walk() {
        List<Integer> on = round("Tab");
        List<Integer> back = round("Shift+Tab");
        assertThat(on).as("stops of " + page.url()).isNotEmpty();
        assertThat(on).as("each stop once on " + page.url()).doesNotHaveDuplicates();
        assertThat(back.reversed()).as("the way back on " + page.url()).isEqualTo(on);
        return on.size();
    }

    private List<Integer> round(String key) {
        List<Integer> numbers = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            Stop here = next(key);
            if (here == null && numbers.isEmpty() && stop == 0) {
                continue; // out of the page, on the way into it
            }
            if (here == null || (!numbers.isEmpty() && numbers.getFirst() == here.number())) {
                return numbers;
            }
            numbers.add(here.number());
        }
        throw new AssertionError("no way out with " + key + " of " + page.url());
    }

    private @Nullable Stop next(String key) {
        page.keyboard().press(key);
        Object found = page.evaluate(STOP);
        if (!(found instanceof Map<?, ?> stop)) {
            return null;
        }
        stops++;
        String what = stop.get("what") + " on " + page.url();
        assertThat(stop.get("drawn")).as("focus is drawn at " + what).isEqualTo(true);
        assertThat(stop.get("there")).as("on the screen: " + what).isEqualTo(true);
        return new Stop(what, ((Number) stop.get("number")).intValue());
    }
}
