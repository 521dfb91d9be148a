// @ts-check
/*
 * Shows the dialog of `SessionWarning.svelte` two minutes before the session ends. Plain, without the framework, so that pages
 * without other JavaScript have it too. Other tabs keep the session alive: it asks before it warns.
 */
const WARNING_MS = 2 * 60 * 1000;
const LONGEST_TIMER_MS = 60 * 60 * 1000;

/** @typedef {{ idleEndsAt: string, absoluteEndsAt: string }} Limits */

const dialog = () => /** @type {HTMLDialogElement | null} */ (document.getElementById('session'));
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Asks for the session's limits: `undefined` when it has ended, `null` when nobody answers.
 * @param {'session' | 'extend'} what
 * @returns {Promise<Limits | null | undefined>}
 */
async function ask(what) {
  try {
    const response = await fetch(`/api/auth/${what}`, { method: what === 'extend' ? 'POST' : 'GET' });
    if (response.status === 401) return undefined;
    return response.ok ? /** @type {Limits} */ (await response.json()) : null;
  } catch {
    return null;
  }
}

/** @param {Limits | undefined} limits */
function follow(limits) {
  const left = limits ? Math.min(Date.parse(limits.idleEndsAt), Date.parse(limits.absoluteEndsAt)) - Date.now() : 0;
  if (!limits || left <= 0) return show('ended');
  if (left > WARNING_MS) {
    close();
    timer = setTimeout(check, Math.min(left - WARNING_MS, LONGEST_TIMER_MS));
    return;
  }
  show(limits.idleEndsAt < limits.absoluteEndsAt ? 'warning' : 'last');
  timer = setTimeout(check, left + 500);
}

/** @param {'session' | 'extend'} [what] */
async function check(what = 'session') {
  const limits = await ask(what);
  clearTimeout(timer);
  if (limits === null) timer = setTimeout(check, 15_000);
  else follow(limits);
}

/** @param {'warning' | 'last' | 'ended'} when */
function show(when) {
  const box = dialog();
  if (!box) return;
  for (const part of box.querySelectorAll('[data-when]')) {
    const now = part.getAttribute('data-when') === when;
    part.toggleAttribute('hidden', !now);
    part.querySelector('h2')?.toggleAttribute('id', false);
    if (now) {
      part.querySelector('h2')?.setAttribute('id', 'session-title');
      part.querySelector('p')?.setAttribute('id', 'session-text');
    } else part.querySelector('p')?.removeAttribute('id');
  }
  if (!box.open) box.showModal();
}

function close() {
  const box = dialog();
  if (box?.open) box.close();
}

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest('#session [data-does]') : null;
  if (!pressed) return;
  if (pressed.getAttribute('data-does') === 'close') close();
  else void check('extend');
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && dialog()) void check();
});

const first = dialog()?.dataset;
if (first?.['idleEndsAt'] && first['absoluteEndsAt'])
  follow({ idleEndsAt: first['idleEndsAt'], absoluteEndsAt: first['absoluteEndsAt'] });
