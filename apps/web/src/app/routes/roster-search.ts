import { type Soon, soonIn } from '../../lib/soon.js';
import type { RosterSearch } from '../../features/roster/search.js';

/** The screens of a roster read what their address says themselves: the reading comes with the screen. */
export const asItStands = (search: RosterSearch): RosterSearch => search;

/** A list of editions opens with those about which something is to be done. */
export const editionsSearch = ({ soon }: Record<string, unknown>): { soon?: Soon } => {
  const read = soonIn(soon);
  return read ? { soon: read } : {};
};
