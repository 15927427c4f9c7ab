// Shows Astra's meetings on another site: <div data-tilmelding="MEETING or network=CODE"><a href="…">…</a></div>. The
// frame is on our own origin, sets no cookie and knows nothing of the page around it. The link in the div stays until the
// frame has said that it is there, so whatever blocks the frame, readers have a way to sign up.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const lowest = 80;
  const highest = 20000;

  function address(element) {
    const what = element.dataset.tilmelding.trim();
    const around = element.closest('[lang]');
    const language = around && around.lang.toLowerCase().startsWith('en') ? 'en' : 'da';
    const url = new URL('/indlejret/arrangementer', origin);
    if (/^network=[A-Z_]+$/.test(what)) {
      url.searchParams.set('network', what.slice('network='.length));
    } else if (/^[A-Za-z0-9_-]{1,64}$/.test(what)) {
      url.pathname += `/${what}`;
    } else if (what !== '') {
      return null;
    }
    const campaign = element.dataset.kampagne || '';
    if (/^[A-Za-z0-9_-]{1,40}$/.test(campaign)) {
      url.searchParams.set('c', campaign);
    }
    url.searchParams.set('lang', language);
    return url.href;
  }

  function show(element) {
    const source = address(element);
    if (source === null || element.querySelector('iframe')) {
      return;
    }
    const link = element.querySelector('a');
    const frame = document.createElement('iframe');
    let pages = 0;
    frame.title = link ? link.textContent : document.title;
    frame.loading = 'lazy';
    frame.style.display = 'block';
    frame.style.width = '100%';
    frame.style.height = '400px';
    frame.style.border = '0';

    // only what our own page in this very frame says counts
    window.addEventListener('message', (event) => {
      const said = event.data && event.data.tilmelding;
      if (event.origin !== origin || event.source !== frame.contentWindow || !said) {
        return;
      }
      const height = Math.ceil(Number(said.height));
      if (height >= lowest && height <= highest) {
        frame.style.height = `${height}px`;
      }
      if (typeof said.title === 'string' && said.title !== '') {
        frame.title = said.title;
      }
      if (link) {
        link.hidden = true;
        link.style.display = 'none';
      }
    });
    frame.addEventListener('load', () => {
      frame.contentWindow.postMessage({ tilmelding: 'hello' }, origin);
      pages += 1;
      if (pages > 1 && frame.getBoundingClientRect().top < 0) {
        // the reader followed a link far down in the frame, and the new page begins above
        frame.scrollIntoView();
      }
    });
    frame.src = source;
    element.append(frame);
  }

  const all = () => document.querySelectorAll('[data-tilmelding]').forEach(show);
  all();
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', all);
  }
})();
