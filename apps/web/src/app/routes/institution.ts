import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/institution/screens.js');

const institutionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/institution',
  component: () => AreaDoor({ area: 'institution' }),
});
const getParentRoute = () => institutionRoute;

export const institutionRoutes = institutionRoute.addChildren([
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/institution/people' });
    },
  }),
  createRoute({ getParentRoute, path: '/people', component: lazyRouteComponent(screens, 'People') }),
  createRoute({ getParentRoute, path: '/people/$personId', component: lazyRouteComponent(screens, 'Person') }),
  createRoute({ getParentRoute, path: '/imports', component: lazyRouteComponent(screens, 'Imports') }),
  createRoute({ getParentRoute, path: '/imports/$importId', component: lazyRouteComponent(screens, 'Import') }),
  createRoute({ getParentRoute, path: '/institutions', component: lazyRouteComponent(screens, 'Institutions') }),
  createRoute({ getParentRoute, path: '/editions', component: lazyRouteComponent(screens, 'Editions') }),
  createRoute({
    getParentRoute,
    path: '/editions/new',
    validateSearch: (search): { course?: string } => (typeof search['course'] === 'string' ? { course: search['course'] } : {}),
    component: lazyRouteComponent(screens, 'NewEdition'),
  }),
  createRoute({ getParentRoute, path: '/editions/$editionId', component: lazyRouteComponent(screens, 'Edition') }),
  createRoute({ getParentRoute, path: '/editions/$editionId/enroll', component: lazyRouteComponent(screens, 'Enroll') }),
]);
