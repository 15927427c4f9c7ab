// A registration that got no answer is sent again by itself, with growing pauses, until it is in, is refused or a
// quarter of an hour has gone. The form has its idempotency key: however often it is sent, it counts once. Without this
// file there is the button.
document.addEventListener('DOMContentLoaded', () => {
  const box = document.querySelector('[data-again]');
  const form = box && box.closest('form');
  if (!form) {
    return;
  }
  const { wait, receipt, waiting, trying, stopped, over } = box.dataset;
  const status = box.querySelector('[role=status]');
  const stop = box.querySelector('button');
  const send = form.querySelector('button[name=step][value=send]');
  const end = Date.now() + 15 * 60 * 1000;
  const longestPause = 60;
  const patience = 30 * 1000;
  let pause = Number(wait) || 5;
  let timer = 0;
  let done = false;

  const finish = (text) => {
    done = true;
    clearTimeout(timer);
    stop.hidden = true;
    status.textContent = text;
  };

  const later = (seconds) => {
    // a crowd that was sent away together shall not come back together
    const spread = Math.ceil(seconds * (1 + Math.random() / 4));
    if (Date.now() + spread * 1000 > end) {
      finish(over);
      return;
    }
    status.textContent = waiting.replace('{0}', String(spread));
    timer = setTimeout(attempt, spread * 1000);
  };

  const attempt = async () => {
    status.textContent = trying;
    let asked = 0;
    try {
      const answers = new URLSearchParams(new FormData(form));
      answers.set('step', 'send');
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: answers,
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      if (answer.type === 'opaqueredirect') {
        // the registration is in; also when the reader stopped meanwhile
        if (receipt) {
          window.location.replace(receipt);
        } else {
          // sent once more it changes nothing, and leads where the answer is
          finish('');
          send.click();
        }
        return;
      }
      if (!done && answer.status < 500 && answer.status !== 429) {
        // refused, for example because registration has closed: the page that says so
        finish('');
        send.click();
        return;
      }
      asked = Number(answer.headers.get('Retry-After')) || 0;
    } catch {
      // no answer at all: as if the service were away
    }
    if (!done) {
      pause = Math.min(pause * 2, longestPause);
      later(Math.max(pause, asked));
    }
  };

  stop.addEventListener('click', () => {
    finish(stopped);
    send.focus();
  });
  form.addEventListener('submit', () => finish(''));
  stop.hidden = false;
  later(pause);
});
