import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const universityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/university',
  component: () => AreaDoor({ area: 'university' }),
});

export const universityRoutes = universityRoute.addChildren([
  createRoute({
    getParentRoute: () => universityRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../../features/university/screens.js'), 'Credentials'),
  }),
]);
