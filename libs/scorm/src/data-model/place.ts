/** An entry of a list on the way to an element. */
interface Step {
  /** Name of the list, with the indices of the lists above it. */
  list: string;
  /** Infinity for what is no whole number without leading zeros: such an entry never exists. */
  index: number;
}

/** Where a dotted name leads: its name in the table, and the entries of lists on the way. */
export interface Place {
  element: string;
  steps: readonly Step[];
}

/** `cmi.interactions.3.objectives.0.id` → `cmi.interactions.n.objectives.n.id` with the steps interactions 3 and objectives 0. */
export function placeOf(name: string): Place {
  const parts = name.split('.');
  const steps = parts.flatMap((part, at): Step[] =>
    isIndex(part) ? [{ list: parts.slice(0, at).join('.'), index: String(Number(part)) === part ? Number(part) : Infinity }] : [],
  );
  return { element: parts.map(inTable).join('.'), steps };
}

/** `n` stands for an index in the table alone. */
const inTable = (part: string): string => (isIndex(part) ? 'n' : part === 'n' ? '' : part);

const isIndex = (part: string): boolean => /^\d+$/.test(part);
