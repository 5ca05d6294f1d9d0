import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/audit/screens.js');

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'audit' }),
});
const getParentRoute = () => auditRoute;

// a list of its own: routes made within the call below would lose their types
const pages = [createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(screens, 'Audit') })] as const;

export const auditRoutes = auditRoute.addChildren([...pages]);
