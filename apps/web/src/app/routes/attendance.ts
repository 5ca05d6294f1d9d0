import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/attendance/screens.js');

const attendanceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/attendance',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'attendance' }),
});
const getParentRoute = () => attendanceRoute;

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(screens, 'AttendanceEditions') }),
  createRoute({ getParentRoute, path: '/$editionId', component: lazyRouteComponent(screens, 'Sessions') }),
  createRoute({ getParentRoute, path: '/$editionId/$unitId', component: lazyRouteComponent(screens, 'Roll') }),
  createRoute({ getParentRoute, path: '/$editionId/$unitId/sheet', component: lazyRouteComponent(screens, 'Sheet') }),
] as const;

export const attendanceRoutes = attendanceRoute.addChildren([...pages]);
