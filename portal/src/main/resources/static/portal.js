// Every page works without this file. It starts the design system, moves focus to the list of errors, and keeps a
// form from being sent twice by an impatient second press.
document.addEventListener('DOMContentLoaded', () => {
  if (window.DKFDS) {
    window.DKFDS.init();
  }
  const errors = document.getElementById('fejl-liste');
  if (errors) {
    errors.focus();
  }
  for (const form of document.querySelectorAll('form[data-once]')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) {
        event.preventDefault();
      }
      sent = true;
    });
    window.addEventListener('pageshow', () => {
      sent = false;
    });
  }
});
