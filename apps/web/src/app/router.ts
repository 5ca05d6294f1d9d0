import { createRouter } from '@tanstack/react-router';
import { expectFocus } from '../lib/focus.js';
import { Waiting } from '../ui/Waiting/Waiting.js';
import { Nowhere } from '../ui/Nowhere/Nowhere.js';
import { Broken } from './layout/Broken.js';
import { client } from './query-client.js';
import { administrationRoutes } from './routes/administration.js';
import { attendanceRoutes } from './routes/attendance.js';
import { insightRoutes, numbersRoute } from './routes/insight.js';
import { auditRoutes } from './routes/audit.js';
import { institutionRoutes } from './routes/institution.js';
import { learningRoutes } from './routes/learning.js';
import { publicRoutes } from './routes/public.js';
import { rootRoute, signedInRoute } from './routes/root.js';
import { todayRoutes } from './routes/today.js';
import { teachRoutes } from './routes/teach.js';
import { universityRoutes } from './routes/university.js';

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  numbersRoute,
  signedInRoute.addChildren([
    ...learningRoutes,
    todayRoutes,
    teachRoutes,
    attendanceRoutes,
    institutionRoutes,
    universityRoutes,
    insightRoutes,
    administrationRoutes,
    auditRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { client },
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Nowhere,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) {
    expectFocus();
    document.querySelectorAll('head [data-page]').forEach((written) => {
      written.remove(); // what the server wrote was about the page that is left
    });
  }
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
