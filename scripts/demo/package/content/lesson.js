/* Shows the pages of lessonData one at a time and tells the runtime what the learner did. */
(function () {
  const { lesson, words, isFollowed } = window.lessonData;
  const { scorm } = window;
  const byId = (id) => document.getElementById(id);
  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  };
  const questions = lesson.pages.filter((page) => page.kind === 'question');

  scorm.begin();
  const answers = scorm.answers();
  let place = Math.min(scorm.bookmark(), lesson.pages.length - 1);
  let seen = place;

  const share = () => questions.filter(({ id, correct }) => answers[id] === correct).length / Math.max(1, questions.length);

  function show(next) {
    place = next;
    seen = Math.max(seen, place);
    const page = lesson.pages[place];
    const main = byId('page');
    main.replaceChildren(element('h1', page.title), ...(page.kind === 'text' ? textPage(page) : questionPage(page)));
    byId('back').textContent = words.back;
    byId('back').disabled = place === 0;
    byId('next').textContent = place === lesson.pages.length - 1 ? words.finish : words.next;
    byId('next').disabled = page.kind === 'question' && answers[page.id] === undefined;
    byId('place').textContent = words.page.replace('{n}', place + 1).replace('{of}', lesson.pages.length);
    byId('progress').value = (seen + 1) / lesson.pages.length;
    scorm.keep(place, answers, (seen + 1) / lesson.pages.length);
    main.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function textPage({ paragraphs, points = [] }) {
    const list = element('ul');
    points.forEach((point) => list.append(element('li', point)));
    return [...paragraphs.map((text) => element('p', text)), ...(points.length ? [list] : [])];
  }

  function questionPage(page) {
    const form = element('form');
    const choices = element('fieldset');
    choices.append(element('legend', page.prompt));
    page.choices.forEach((text, index) => {
      const label = element('label');
      const radio = element('input', '', { type: 'radio', name: page.id, value: index });
      radio.checked = answers[page.id] === index;
      label.append(radio, element('span', text));
      choices.append(label);
    });
    const told = element('p', '', { class: 'told', role: 'status' });
    if (answers[page.id] !== undefined) explain(told, page);
    form.append(choices, element('button', words.check, { type: 'submit' }), told);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get(page.id);
      if (chosen === null) return void (told.textContent = words.choose);
      answers[page.id] = Number(chosen);
      scorm.interaction(page.id, answers[page.id], answers[page.id] === page.correct);
      scorm.keep(place, answers, (seen + 1) / lesson.pages.length);
      byId('next').disabled = false;
      return explain(told, page);
    });
    return [form];
  }

  function explain(told, page) {
    const right = answers[page.id] === page.correct;
    told.dataset.right = right;
    told.textContent = `${right ? words.right : words.wrong} ${page.explanation}`;
  }

  function finish() {
    scorm.finish(share());
    const onward = element('button', words.onward, { type: 'button', class: 'onward' });
    onward.addEventListener('click', () => scorm.onward(), { once: true });
    const told = [element('h1', words.done), element('p', `${Math.round(share() * 100)} %`)];
    byId('page').replaceChildren(...told, ...(isFollowed ? [onward] : []));
    byId('next').disabled = true;
    byId('place').textContent = words.done;
  }

  byId('back').addEventListener('click', () => show(place - 1));
  byId('next').addEventListener('click', () => (place === lesson.pages.length - 1 ? finish() : show(place + 1)));
  window.addEventListener('pagehide', () => scorm.end());
  show(place);
})();
