package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.astra.systemtests.Stack;
import org.junit.jupiter.api.Test;

/** Controls: what is looked at on every page finds what is wrong. */
class LookIT {

    private final Stack stack = Stack.shared();
    private final Flows flows = new Flows(stack);

    @Test
    void findsAPageThatIsNotForEverybody() {
        assertThatThrownBy(() -> flows.each("control", guest -> {
                    guest.arrives("/was");
                    guest.page().evaluate("""
                            () => {
                              document.documentElement.lang = 'fr';
                              document.querySelector('main').insertAdjacentHTML('beforeend',
                                  '<h1>??nav.mypage??</h1><canvas width="3000" height="9"></canvas><img src="/favicon.svg">');
                              console.error('planted');
                              fetch('/findes-ikke').catch(() => {});
                              new Image().src = 'http://127.0.0.9:9/';
                            }
                            """);
                    guest.page().waitForLoadState();
                    guest.look().at(guest.page(), "planted");
                    guest.follows("footer.privacy");
                    guest.page().evaluate("() => { document.title = 'X' }");
                    guest.look().at(guest.page(), "first");
                    guest.follows("footer.cookies");
                    guest.page().evaluate("() => { document.title = 'X' }");
                    guest.look().at(guest.page(), "second");
                }))
                .hasMessageContainingAll(
                        "lang is fr", "2 first headings", "beside the screen", "??nav.mypage??", "\"X\"")
                .hasMessageContainingAll("console: planted", "404 for", "image-alt");
    }

    @Test
    void findsAStopWithoutASignOfTheFocus() {
        assertThatThrownBy(() -> flows.each("control", guest -> {
                    guest.arrives("/was");
                    guest.page().evaluate("""
                            () => {
                              const sheet = new CSSStyleSheet();
                              sheet.replaceSync('*, *::before, *::after { outline: none !important; box-shadow: none !important }');
                              document.adoptedStyleSheets = [sheet];
                            }
                            """);
                    guest.follows("footer.privacy");
                }))
                .hasMessageContaining("focus is drawn");
    }
}
