import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const screens = () => import('../../features/teach/screens.js');

const teachRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/teach', component: () => AreaDoor({ area: 'teach' }) });
const getParentRoute = () => teachRoute;

export const teachRoutes = teachRoute.addChildren([
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/teach/courses' });
    },
  }),
  createRoute({ getParentRoute, path: '/courses', component: lazyRouteComponent(screens, 'Courses') }),
  createRoute({ getParentRoute, path: '/courses/new', component: lazyRouteComponent(screens, 'NewCourse') }),
  createRoute({ getParentRoute, path: '/courses/$courseId', component: lazyRouteComponent(screens, 'CourseEditor') }),
  createRoute({ getParentRoute, path: '/packages', component: lazyRouteComponent(screens, 'Packages') }),
  createRoute({ getParentRoute, path: '/packages/$packageId', component: lazyRouteComponent(screens, 'Package') }),
  createRoute({ getParentRoute, path: '/banks', component: lazyRouteComponent(screens, 'Banks') }),
  createRoute({ getParentRoute, path: '/banks/$bankId', component: lazyRouteComponent(screens, 'Bank') }),
  createRoute({ getParentRoute, path: '/quizzes', component: lazyRouteComponent(screens, 'Quizzes') }),
]);
