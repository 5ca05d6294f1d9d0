let pending = false;

/** A page was left for another: its heading takes the focus as soon as it is there, as after a full page load. */
export const expectFocus = (): void => {
  pending = true;
};

/** Gives the focus to the heading of the page that has just appeared; once per change of page. */
export const takeFocus = (heading: HTMLElement | null): void => {
  if (!pending || heading === null) return;
  pending = false;
  heading.focus({ preventScroll: true });
};

/**
 * Whoever works with keys is not thrown to the top of the page when what they pressed goes away, as a row that was removed, or cannot be
 * pressed while it works: the nearest part that is still there takes the focus, or the button has it back. What a pointer left is left.
 */
export const keepFocus = (): void => {
  let way: HTMLElement[] = []; // what had the focus within the page, and all that it stands in
  const lost = () => document.activeElement === document.body && way.length > 0 && !document.querySelector('[role=dialog]');
  const mend = () => {
    const [last, ...around] = way;
    if (!last || !lost() || last.matches(':disabled')) return;
    const heading = last.localName === 'h1' ? document.querySelector<HTMLElement>('main h1') : null; // of a page that was drawn anew
    const next = last.isConnected ? last : (heading ?? around.find(({ isConnected }) => isConnected));
    if (!last.isConnected) next?.setAttribute('tabindex', '-1');
    next?.focus({ preventScroll: true });
  };
  const inWindow = ({ target }: Event) => target instanceof Element && target.closest('[role=dialog]') !== null;
  document.addEventListener('focusin', (event) => {
    if (inWindow(event)) return; // what is behind the window may go while it is open
    way = [];
    for (let each = event.target as HTMLElement | null; each?.closest('main'); each = each.parentElement) way.push(each);
  });
  document.addEventListener('pointerdown', (event) => {
    if (!inWindow(event)) way = [];
  });
  new MutationObserver(() => {
    if (lost()) setTimeout(mend, 50); // a window that shuts, and a page that comes, give it themselves
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
};
