// Small comforts over pages that work without them.
(() => {
  'use strict';
  const Every = 4000;
  const Background = { 'X-Panel-Background': '1' };

  // A filter shows at once what was chosen by pointer or finger; keys step through the choices, there Enter or the button tells the end.
  document.querySelectorAll('form[data-autosubmit] select').forEach(select => {
    let isPointed = false;
    select.addEventListener('pointerdown', () => { isPointed = true; });
    select.addEventListener('keydown', pressed => {
      isPointed = false;
      if (pressed.key !== 'Enter') return;
      pressed.preventDefault();
      select.form.requestSubmit();
    });
    select.addEventListener('change', () => { if (isPointed) select.form.requestSubmit(); });
  });

  document.querySelectorAll('[data-check-all]').forEach(button => {
    const boxes = [...button.form.querySelectorAll('input[type=checkbox]')];
    button.hidden = boxes.length === 0;
    button.addEventListener('click', () => boxes.forEach(box => { box.checked = true; }));
  });

  // Empty fields would only make the address longer.
  document.querySelectorAll('form[method=get]').forEach(form =>
    form.addEventListener('submit', () => form.querySelectorAll('input, select').forEach(field => { field.disabled = field.value === ''; })));
  addEventListener('pageshow', () => document.querySelectorAll('form[method=get] :disabled').forEach(field => { field.disabled = false; }));

  // Keys of the queue, by their place: the same in either layout. Not while one types.
  // A key that is held down, or pressed twice, must not decide a report that nobody has seen yet.
  const Unseen = 400;
  let isLeaving = false;
  addEventListener('pageshow', () => { isLeaving = false; });
  document.querySelectorAll('form[method=post]').forEach(form => form.addEventListener('submit', submitted => {
    if (isLeaving) submitted.preventDefault();
    isLeaving = true;
  }));
  document.addEventListener('keydown', pressed => {
    if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.shiftKey || pressed.target.matches('input, select, textarea')) return;
    if (pressed.repeat || isLeaving || performance.now() < Unseen) return;
    const part = document.querySelector(`[data-key="${CSS.escape(pressed.code)}"]`);
    if (!part) return;
    pressed.preventDefault();
    if (part.matches('select')) part.focus(); else part.click();
  });

  const say = words => {
    const said = document.getElementById('said');
    if (!said) return;
    said.textContent = words;
    setTimeout(() => { if (said.textContent === words) said.textContent = ''; }, 4000);
  };

  // What would come of a form is shown while one writes it.
  const Typing = 600;
  const written = document.querySelector('form[data-preview]');
  if (written) {
    const shown = document.getElementById('preview');
    const told = document.getElementById('preview-said');
    let pause = 0;
    let last = 0;
    const preview = async () => {
      const mine = ++last;
      const answer = await fetch(written.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(written)), headers: Background, credentials: 'same-origin' });
      if (answer.status === 401) { say('Сеанс закончился. Войдите снова из чата.'); return; }
      if (!answer.ok || mine !== last) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('preview');
      if (!fresh || fresh.innerHTML === shown.innerHTML || mine !== last || shown.contains(document.activeElement)) return;
      shown.replaceChildren(...fresh.childNodes);
      told.textContent = shown.querySelector('[data-summary]')?.textContent ?? '';
    };
    written.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(() => preview().catch(() => {}), Typing); });
  }

  const live = document.querySelector('[data-live]');
  if (!live) return;

  // Who types or chooses there is not to lose it.
  const isBusy = () => live.contains(document.activeElement) && document.activeElement.matches('input, select, textarea')
    || [...live.querySelectorAll('input:not([type=hidden]), textarea')].some(field => field.value !== field.defaultValue);

  const refresh = async () => {
    const answer = await fetch(location.href, { headers: Background, credentials: 'same-origin' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(`[data-live="${live.dataset.live}"]`);
    if (!fresh || isBusy()) return;
    const places = [...live.querySelectorAll('.scroll')].map(part => [part.scrollLeft, part.scrollTop]);
    const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    live.replaceChildren(...fresh.childNodes);
    ['version', 'running'].forEach(name => { if (name in fresh.dataset) live.dataset[name] = fresh.dataset[name]; else delete live.dataset[name]; });
    live.querySelectorAll('.scroll').forEach((part, at) => { if (places[at]) [part.scrollLeft, part.scrollTop] = places[at]; });
    if (focused) [...live.querySelectorAll('a[href]')].find(link => link.getAttribute('href') === focused)?.focus({ preventScroll: true });
    if (!live.dataset.running) say(live.dataset.said ?? 'Таблица обновлена');
  };

  const look = async () => {
    if (document.hidden || isBusy()) return;
    if (live.dataset.running) { await refresh(); return; }
    if (!live.dataset.version) { clearInterval(timer); return; }
    const answer = await fetch(live.dataset.from ?? '/panel/version', { headers: { ...Background, 'If-None-Match': `"${live.dataset.version}"` }, credentials: 'same-origin', cache: 'no-store' });
    if (answer.status === 401) { say('Сеанс закончился. Войдите снова из чата.'); clearInterval(timer); return; }
    if (answer.status === 200) await refresh();
  };

  // A page that can't ask now asks again later.
  const timer = setInterval(() => look().catch(() => {}), Every);
})();
