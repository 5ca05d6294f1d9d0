import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './root.js';

const learning = () => import('../../features/learning/screens.js');
const quiz = () => import('../../features/learning/quiz/screens.js');
const account = () => import('../../features/account/screens.js');
const notifications = () => import('../../features/notifications/screens.js');
const calendar = () => import('../../features/calendar/screens.js');
const getParentRoute = () => signedInRoute;

export const learningRoutes = [
  createRoute({ getParentRoute, path: '/learning', component: lazyRouteComponent(learning, 'MyCourses') }),
  createRoute({ getParentRoute, path: '/learning/certificates', component: lazyRouteComponent(learning, 'Certificates') }),
  createRoute({ getParentRoute, path: '/learning/calendar', component: lazyRouteComponent(calendar, 'Calendar') }),
  createRoute({ getParentRoute, path: '/notifications', component: lazyRouteComponent(notifications, 'Notifications') }),
  createRoute({ getParentRoute, path: '/account/notifications', component: lazyRouteComponent(notifications, 'NotificationSettings') }),
  createRoute({ getParentRoute, path: '/learning/$enrollmentId', component: lazyRouteComponent(learning, 'Course') }),
  createRoute({ getParentRoute, path: '/learning/$enrollmentId/units/$unitId', component: lazyRouteComponent(learning, 'Unit') }),
  createRoute({
    getParentRoute,
    path: '/learning/$enrollmentId/units/$unitId/attempts/$attemptId',
    component: lazyRouteComponent(quiz, 'Attempt'),
  }),
  createRoute({ getParentRoute, path: '/account', component: lazyRouteComponent(account, 'Account') }),
] as const;
