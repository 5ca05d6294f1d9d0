import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const universityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/university',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'university' }),
});

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({
    getParentRoute: () => universityRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../../features/university/screens.js'), 'Credentials'),
  }),
] as const;

export const universityRoutes = universityRoute.addChildren([...pages]);
