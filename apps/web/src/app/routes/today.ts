import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/today/screens.js');

const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/today',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'today' }),
});

// a list of its own: routes made within the call below would lose their types
const pages = [createRoute({ getParentRoute: () => todayRoute, path: '/', component: lazyRouteComponent(screens, 'Today') })] as const;

export const todayRoutes = todayRoute.addChildren([...pages]);
