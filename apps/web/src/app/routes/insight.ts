import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { rootRoute, signedInRoute } from './root.js';
import { editionsSearch, rosterRoutes } from './roster-routes.js';

const screens = () => import('../../features/insight/screens.js');
const roster = () => import('../../features/roster/screens.js');

const members = ['country', 'institution', 'course', 'edition', 'language', 'sex', 'age', 'from', 'to'] as const;
type Wish = Partial<Record<(typeof members)[number], string>>;
/** The filter as the address keeps it; the server judges what each member may be. */
const filterIn = (search: Record<string, unknown>): Wish =>
  Object.fromEntries(members.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [])));

const insightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/insight',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'insight' }),
});
const getParentRoute = () => insightRoute;

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: (search: Record<string, unknown>): Wish & { bars?: 'passed' } => ({
      ...filterIn(search),
      ...(search['bars'] === 'passed' && { bars: 'passed' }),
    }),
    component: lazyRouteComponent(screens, 'Dashboard'),
  }),
  createRoute({
    getParentRoute,
    path: '/learners',
    validateSearch: (search: Record<string, unknown>): Wish & { state?: string; during?: string } => ({
      ...filterIn(search),
      ...(typeof search['state'] === 'string' && { state: search['state'] }),
      ...(typeof search['during'] === 'string' && { during: search['during'] }),
    }),
    component: lazyRouteComponent(screens, 'Learners'),
  }),
  createRoute({
    getParentRoute,
    path: '/editions',
    validateSearch: editionsSearch,
    component: lazyRouteComponent(roster, 'EditionsInReach'),
  }),
  ...rosterRoutes(getParentRoute),
] as const;

export const insightRoutes = insightRoute.addChildren([...pages]);

/** What everybody may know. */
export const numbersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/numbers',
  beforeLoad: withStaffTexts,
  component: lazyRouteComponent(screens, 'Numbers'),
});
