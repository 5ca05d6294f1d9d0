/** What these functions need of a page: they run there, where this program's types do not reach. Each brings all that it uses along. */
interface Part {
  ownerDocument: Sheet;
  localName: string;
  type?: string;
  name?: string;
  title?: string;
  innerText: string;
  labels?: Iterable<Part> | null;
  isConnected: boolean;
  contains(other: Part | null): boolean;
  compareDocumentPosition(other: Part): number;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
}
interface Sheet {
  body: Part;
  activeElement: Part | null;
  defaultView: { innerWidth: number; innerHeight: number; frameElement: Part | null; top: { document: Sheet } };
  hasFocus(): boolean;
  elementFromPoint(x: number, y: number): Part | null;
}

/** How the focus stands to an element, when Tab is asked for it. */
export interface Standing {
  /** The element is still part of the page. */
  there: boolean;
  /** It has the focus; for a radio button, one of its group has it. */
  here: boolean;
  /** It lies before what has the focus. */
  behind: boolean;
  /** What has the focus cannot be seen at all: something lies over it (WCAG 2.2, 2.4.11). */
  covered: boolean;
  /** What has the focus, in words. */
  where: string;
}

/**
 * An element in a frame is compared within its own document, or by its frame where the focus is outside. A control that shows itself by
 * its label is seen where the label is.
 */
export const standing = (element: Part): Standing => {
  let mine = element;
  while (!mine.ownerDocument.hasFocus() && mine.ownerDocument.defaultView.frameElement) mine = mine.ownerDocument.defaultView.frameElement;
  const { body, activeElement } = mine.ownerDocument;
  const active = activeElement ?? body;
  /** For each of nine points of a part that lie in the window: is the part what one sees there? */
  const looks = (each: Part): boolean[] => {
    const { left, top, width, height } = each.getBoundingClientRect();
    const view = each.ownerDocument.defaultView;
    const points = [0.1, 0.5, 0.9].flatMap((across) =>
      [0.1, 0.5, 0.9].map((down) => [left + width * across, top + height * down] as const),
    );
    return points
      .filter(([x, y]) => x >= 0 && y >= 0 && x <= view.innerWidth && y <= view.innerHeight)
      .map(([x, y]) => each.ownerDocument.elementFromPoint(x, y))
      .map((front) => front !== null && (each.contains(front) || (front.localName === 'label' && front.contains(each))));
  };
  const control = /^(a|button|input|select|textarea|summary)$/.test(active.localName);
  const seen = control ? [active, ...(active.labels ?? [])].flatMap(looks) : [];
  const words = active.getAttribute('aria-label') ?? [...(active.labels ?? [])][0]?.innerText ?? active.innerText;
  const preceding = 2; // Node.DOCUMENT_POSITION_PRECEDING
  return {
    there: element.isConnected,
    here: active === element || (active.type === 'radio' && element.type === 'radio' && active.name === element.name),
    behind: (active.compareDocumentPosition(mine) & preceding) > 0 && !active.contains(mine) && !mine.contains(active),
    covered: seen.length > 0 && !seen.includes(true),
    where: active === body ? 'nothing' : `${active.localName} "${words.trim().replace(/\s+/g, ' ').slice(0, 60)}"`,
  };
};

/** Places in a list: of the option that is chosen, and of the first that begins with the words; −1 for none. */
export const places = (
  list: { selectedIndex: number; options: Iterable<{ label: string; disabled: boolean }> },
  words: string,
): { from: number; to: number } => ({
  from: list.selectedIndex,
  to: [...list.options].findIndex(({ label, disabled }) => !disabled && label.trim().startsWith(words)),
});

/** Whether an element itself has the focus. */
export const isActive = (element: Part): boolean => element.ownerDocument.activeElement === element;
