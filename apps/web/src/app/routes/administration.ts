import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/administration/screens.js');

const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'administration' }),
});
const getParentRoute = () => administrationRoute;

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => redirect({ to: '/administration/jobs', throw: true }),
  }),
  createRoute({ getParentRoute, path: '/jobs', component: lazyRouteComponent(screens, 'Jobs') }),
  createRoute({ getParentRoute, path: '/deliveries', component: lazyRouteComponent(screens, 'Deliveries') }),
  createRoute({
    getParentRoute,
    path: '/mails',
    validateSearch: ({ state }: Record<string, unknown>): { state?: 'dead' } => (state === 'dead' ? { state } : {}),
    component: lazyRouteComponent(screens, 'Mails'),
  }),
  createRoute({ getParentRoute, path: '/roles', component: lazyRouteComponent(screens, 'Roles') }),
  createRoute({ getParentRoute, path: '/grants', component: lazyRouteComponent(screens, 'Grants') }),
  createRoute({ getParentRoute, path: '/holders', component: lazyRouteComponent(screens, 'Holders') }),
  createRoute({ getParentRoute, path: '/tokens', component: lazyRouteComponent(screens, 'Tokens') }),
  createRoute({ getParentRoute, path: '/health', component: lazyRouteComponent(screens, 'Health') }),
  createRoute({ getParentRoute, path: '/settings', component: lazyRouteComponent(screens, 'Settings') }),
  createRoute({ getParentRoute, path: '/branding', component: lazyRouteComponent(screens, 'Branding') }),
  createRoute({ getParentRoute, path: '/roles/$personId', component: lazyRouteComponent(screens, 'PersonRoles') }),
] as const;

export const administrationRoutes = administrationRoute.addChildren([...pages]);
