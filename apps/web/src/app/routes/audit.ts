import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/audit/screens.js');

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  component: () => AreaDoor({ area: 'audit' }),
});

export const auditRoutes = auditRoute.addChildren([
  createRoute({ getParentRoute: () => auditRoute, path: '/', component: lazyRouteComponent(screens, 'Audit') }),
]);
