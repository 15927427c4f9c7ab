// Every form works without this file: a question that is asked of some says of whom. Here it is hidden from the others,
// and what is hidden is not sent. A question may depend on an earlier one only, so once from top to bottom is enough.
document.addEventListener('DOMContentLoaded', () => {
  const dependent = document.querySelectorAll('[data-asked-if]');
  const fields = (question) => question.querySelectorAll('input, textarea');
  const answers = (name) =>
    Array.from(document.getElementsByName(name))
      .filter((input) => input.checked && !input.disabled)
      .map((input) => input.value);
  const show = () => {
    for (const question of dependent) {
      const wanted = question.dataset.askedValues.split(' ');
      const asked = answers(question.dataset.askedIf).some((answer) => wanted.includes(answer));
      question.hidden = !asked;
      for (const field of fields(question)) {
        field.disabled = !asked;
      }
    }
  };
  document.addEventListener('change', show);
  // a form that the browser brings back keeps its answers
  window.addEventListener('pageshow', show);
  show();
});
