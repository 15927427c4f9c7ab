// Finds a school while its name is being typed: an editable combobox with a listbox, manual selection (WAI-ARIA
// Authoring Practices). Nothing is chosen unless the reader chooses it. Without this file, and while the register does
// not answer, the field is the one of the page: the search step and the text field do the same.
document.addEventListener('DOMContentLoaded', () => {
  const fewestLetters = 2;
  const pause = 250;
  const patience = 5000;

  for (const status of document.querySelectorAll('[data-combobox]')) {
    const words = status.dataset;
    const input = document.getElementById(words.combobox);
    if (input && input.form) {
      enhance(input, status, words);
    }
  }

  function enhance(input, status, words) {
    const form = input.form;
    const municipality = form.querySelector('select[name=municipalityCode]');
    const byName = document.getElementById(words.other);
    const hint = document.getElementById(`${input.id}-hint`);
    const hintBefore = hint && hint.textContent;
    const list = document.createElement('ul');
    const place = document.createElement('div');
    let schools = [];
    let active = -1;
    let chosen = null;
    let filledMunicipality = '';
    let timer = 0;
    let question = null;

    list.id = `${input.id}-list`;
    list.className = 'combobox-list';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.list);
    list.hidden = true;
    place.className = 'combobox-place';
    place.append(list);
    status.before(place);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('autocapitalize', 'none');
    // the browser's own list would lie over this one, and take its keys
    input.autocomplete = 'off';
    if (byName && byName !== input) {
      byName.autocomplete = 'organization';
    }
    if (hint) {
      hint.textContent = words.hint;
    }

    const isOpen = () => !list.hidden;

    function say(text) {
      status.textContent = text;
    }

    function activate(index) {
      for (const option of list.children) {
        option.setAttribute('aria-selected', 'false');
      }
      active = index;
      if (index < 0) {
        input.removeAttribute('aria-activedescendant');
        return;
      }
      const option = list.children[index];
      option.setAttribute('aria-selected', 'true');
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }

    function open() {
      if (schools.length > 0) {
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
      }
    }

    function close() {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      activate(-1);
    }

    function show(found, more) {
      schools = found;
      list.replaceChildren(...found.map((school, index) => {
        const option = document.createElement('li');
        option.id = `${input.id}-option-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.append(school.name);
        if (school.municipality) {
          const where = document.createElement('span');
          where.textContent = `, ${school.municipality}`;
          option.append(where);
        }
        // the field keeps the focus
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(index));
        return option;
      }));
      activate(-1);
      if (found.length === 0) {
        close();
        say(words.none);
        return;
      }
      open();
      const text = more ? words.more : found.length === 1 ? words.one : words.found;
      say(text.replace('{0}', String(found.length)));
    }

    // never beside a radio button that is checked: the form would send two numbers
    function number(value) {
      for (const radio of form.querySelectorAll('input[type=radio][name=institutionNumber]')) {
        radio.checked = false;
        if (value) {
          radio.closest('.form-group').hidden = true;
        }
      }
      form.querySelector('input[type=hidden][name=institutionNumber]')?.remove();
      if (value) {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = 'institutionNumber';
        field.value = value;
        form.append(field);
      }
    }

    function askNoMore() {
      clearTimeout(timer);
      question?.abort();
      question = null;
    }

    function choose(index) {
      chosen = schools[index];
      input.value = chosen.name;
      number(chosen.number);
      fillMunicipality(chosen.municipalityCode || '');
      close();
      askNoMore();
      say(words.chosen.replace('{0}', list.children[index].textContent));
      input.focus();
    }

    // what the reader set by hand stays
    function fillMunicipality(code) {
      if (!municipality || municipality.value !== filledMunicipality) {
        return;
      }
      municipality.value = code;
      filledMunicipality = municipality.value === code ? code : '';
      municipality.value = filledMunicipality;
    }

    function forget() {
      if (chosen && input.value !== chosen.name) {
        chosen = null;
        fillMunicipality('');
      }
      if (!chosen) {
        number('');
      }
    }

    function away() {
      schools = [];
      list.replaceChildren();
      close();
      if (hint) {
        hint.textContent = hintBefore;
      }
      say(words.away);
    }

    async function ask() {
      askNoMore();
      const text = input.value.trim();
      if (text.length < fewestLetters) {
        schools = [];
        close();
        say('');
        return;
      }
      const mine = new AbortController();
      question = mine;
      const late = setTimeout(() => mine.abort('late'), patience);
      try {
        const answer = await fetch(`${words.url}?q=${encodeURIComponent(text)}`, {
          headers: { Accept: 'application/json' },
          signal: mine.signal,
        });
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        const { items, more } = await answer.json();
        if (question === mine && document.activeElement === input) {
          if (hint) {
            hint.textContent = words.hint;
          }
          show(items, more);
        }
      } catch {
        // who typed on is answered by the next question
        if (question === mine) {
          away();
        }
      } finally {
        clearTimeout(late);
      }
    }

    function down(event) {
      event.preventDefault();
      if (!isOpen() && schools.length === 0) {
        ask();
        return;
      }
      const first = !isOpen();
      open();
      if (!event.altKey) {
        activate(first ? 0 : (active + 1) % schools.length);
      }
    }

    function up(event) {
      event.preventDefault();
      if (event.altKey) {
        close();
      } else if (schools.length > 0) {
        open();
        activate(active <= 0 ? schools.length - 1 : active - 1);
      }
    }

    input.addEventListener('input', () => {
      forget();
      close();
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    });
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) {
        return;
      }
      switch (event.key) {
        case 'ArrowDown':
          down(event);
          break;
        case 'ArrowUp':
          up(event);
          break;
        case 'Enter':
          if (isOpen()) {
            event.preventDefault();
            if (active >= 0) {
              choose(active);
            }
          }
          break;
        case 'Escape':
          if (isOpen()) {
            event.preventDefault();
            close();
          }
          break;
        case 'Home':
        case 'End':
        case 'ArrowLeft':
        case 'ArrowRight':
          activate(-1);
          break;
        default:
      }
    });
    input.addEventListener('blur', () => {
      askNoMore();
      close();
    });
  }
});
