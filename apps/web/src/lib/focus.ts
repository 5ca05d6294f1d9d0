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
