import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { peopleSearch } from '../../lib/people-search.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';
import { editionsSearch, rosterRoutes } from './roster-routes.js';

const screens = () => import('../../features/institution/screens.js');
const roster = () => import('../../features/roster/screens.js');

const institutionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/institution',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'institution' }),
});
const getParentRoute = () => institutionRoute;

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => redirect({ to: '/institution/people', throw: true }),
  }),
  createRoute({ getParentRoute, path: '/people', validateSearch: peopleSearch, component: lazyRouteComponent(screens, 'People') }),
  createRoute({ getParentRoute, path: '/people/$personId', component: lazyRouteComponent(screens, 'Person') }),
  createRoute({ getParentRoute, path: '/duplicates', component: lazyRouteComponent(screens, 'Duplicates') }),
  createRoute({
    getParentRoute,
    path: '/merge',
    validateSearch: ({ kept, merged }): { kept: string; merged: string } => ({ kept: String(kept), merged: String(merged) }),
    component: lazyRouteComponent(screens, 'MergeAccounts'),
  }),
  createRoute({ getParentRoute, path: '/imports', component: lazyRouteComponent(screens, 'Imports') }),
  createRoute({ getParentRoute, path: '/imports/$importId', component: lazyRouteComponent(screens, 'Import') }),
  createRoute({ getParentRoute, path: '/institutions', component: lazyRouteComponent(screens, 'Institutions') }),
  createRoute({ getParentRoute, path: '/editions', validateSearch: editionsSearch, component: lazyRouteComponent(screens, 'Editions') }),
  createRoute({
    getParentRoute,
    path: '/editions/new',
    validateSearch: ({ course, copy }): { course?: string; copy?: string } => ({
      ...(typeof course === 'string' && { course }),
      ...(typeof copy === 'string' && { copy }),
    }),
    component: lazyRouteComponent(screens, 'NewEdition'),
  }),
  ...rosterRoutes(getParentRoute),
  createRoute({ getParentRoute, path: '/editions/$editionId/change', component: lazyRouteComponent(roster, 'ChangeEdition') }),
  createRoute({ getParentRoute, path: '/editions/$editionId/enroll', component: lazyRouteComponent(roster, 'Enroll') }),
] as const;

export const institutionRoutes = institutionRoute.addChildren([...pages]);
