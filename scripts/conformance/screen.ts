/**
 * Runs in the pages of a package, before their own scripts: answers ADL's questions about the screen from what the player, the page
 * around, shows. `continue.enabled`, `continue.disabled`, `toc.enabled`, `toc.enabled.selectable@Activity 3`, `toc.visible@Activity 7`.
 */
export const answerFromScreen = `window.__ADL_UI__ = (key) => {
  const page = window.top.document;
  const [what, title = ''] = key.split('@');
  const shown = (element) => Boolean(element) && element.getClientRects().length > 0;
  const entries = [...page.querySelectorAll('[data-activity]')];
  const named = /corresponds to the root/.test(title)
    ? entries[0]
    : entries.find((entry) => entry.querySelector('.name').textContent.trim() === title.trim());
  const selectable = (entry) => shown(entry) && entry.getAttribute('aria-disabled') === 'false';
  const yes = (truth) => (truth ? 'Y' : 'N');
  if (what === 'toc.enabled') return yes(entries.some(selectable));
  if (what === 'toc.enabled.selectable') return yes(selectable(named));
  if (what === 'toc.visible') return yes(shown(named));
  const [name, state] = what.split('.');
  const control = page.querySelector('[data-nav="' + name + '"]');
  return yes(shown(control) && (control.getAttribute('aria-disabled') === 'false') === (state === 'enabled'));
};`;
