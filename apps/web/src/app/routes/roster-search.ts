import type { RosterSearch } from '../../features/roster/search.js';

/** The screens of a roster read what their address says themselves: the reading comes with the screen. */
export const asItStands = (search: RosterSearch): RosterSearch => search;
