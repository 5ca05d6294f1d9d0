import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../../lib/signed-in.js';
import { homeOf } from '../home.js';
import { Door } from '../layout/Door.js';
import { ownPath } from '../own-path.js';
import { rootRoute } from './root.js';

const account = () => import('../../features/account/screens.js');
const catalogue = () => import('../../features/catalogue/screens.js');
const notifications = () => import('../../features/notifications/screens.js');
const verify = () => import('../../features/verify/screens.js');

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const doorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search): { next?: string } => {
    const next = ownPath(search['next']);
    return next === undefined ? {} : { next };
  },
  beforeLoad: async ({ context, search }) => {
    const me = await context.client.ensureQueryData(meQuery);
    if (me && search.next) redirect({ href: search.next, throw: true });
    if (me) redirect({ to: homeOf(me), throw: true });
  },
  component: Door,
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  validateSearch: (search): { code?: string } => {
    const code = textOf(search['code']);
    return code === undefined ? {} : { code };
  },
  component: lazyRouteComponent(account, 'PasswordReset'),
});

const catalogueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue',
  validateSearch: (search): { q?: string } => {
    const q = textOf(search['q']);
    return q === undefined ? {} : { q };
  },
  component: lazyRouteComponent(catalogue, 'Catalogue'),
});
const catalogueCourseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue/$courseId',
  component: lazyRouteComponent(catalogue, 'CatalogueCourse'),
});

const verifyAnyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v',
  component: lazyRouteComponent(verify, 'VerifyAny'),
});
const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v/$credentialId',
  component: lazyRouteComponent(verify, 'Verify'),
});

const unsubscribeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(notifications, 'Unsubscribe'),
});

export const publicRoutes = [
  doorRoute,
  passwordRoute,
  catalogueRoute,
  catalogueCourseRoute,
  verifyAnyRoute,
  verifyRoute,
  unsubscribeRoute,
] as const;
