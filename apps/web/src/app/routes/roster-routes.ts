import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { RosterSearch } from '../../features/roster/search.js';
import { type Soon, soonIn } from '../../lib/soon.js';

const roster = () => import('../../features/roster/screens.js');

/** The screens of a roster read what their address says themselves: the reading comes with the screen. */
const asItStands = (search: RosterSearch): RosterSearch => search;

/** A list of editions opens with those about which something is to be done. */
export const editionsSearch = ({ soon }: Record<string, unknown>): { soon?: Soon } => {
  const read = soonIn(soon);
  return read ? { soon: read } : {};
};

/** An edition, who is in it and how far they are, below the area of whoever looks. */
export const rosterRoutes = <Parent extends AnyRoute>(getParentRoute: () => Parent) =>
  [
    createRoute({
      getParentRoute,
      path: '/editions/$editionId',
      validateSearch: asItStands,
      component: lazyRouteComponent(roster, 'Edition'),
    }),
    createRoute({ getParentRoute, path: '/editions/$editionId/completion', component: lazyRouteComponent(roster, 'Completion') }),
    createRoute({ getParentRoute, path: '/editions/$editionId/learners/$enrollmentId', component: lazyRouteComponent(roster, 'Learner') }),
    createRoute({
      getParentRoute,
      path: '/editions/$editionId/reminders',
      validateSearch: asItStands,
      component: lazyRouteComponent(roster, 'Reminders'),
    }),
  ] as const;
