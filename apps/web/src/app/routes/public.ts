import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { withPublicTexts } from '../../lib/i18n.js';
import { meQuery } from '../../lib/signed-in.js';
import { homeOf } from '../home.js';
import { Door } from '../layout/Door.js';
import { ownPath } from '../own-path.js';
import { rootRoute } from './root.js';

const account = () => import('../../features/account/screens.js');
const catalogue = () => import('../../features/catalogue/screens.js');
const notifications = () => import('../../features/notifications/screens.js');
const legal = () => import('../../features/legal/screens.js');
const verify = () => import('../../features/verify/screens.js');

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** What of the catalogue's address is taken for a choice; anything else is passed over. */
const choices = {
  language: /^(es|pt|en|fr)$/,
  length: /^(short|medium|long)$/,
  mode: /^(virtual|on-site|blended)$/,
  when: /^(open|planned)$/,
  kind: /^(scorm|quiz|page|video|file|session)$/,
  institution: id,
} as const;
type CatalogueSearch = Partial<Record<keyof typeof choices | 'q', string>>;
const catalogueSearch = (search: Record<string, unknown>): CatalogueSearch => {
  const known = Object.entries(choices).filter(([name, shape]) => shape.test(textOf(search[name]) ?? ''));
  const q = textOf(search['q']);
  return { ...Object.fromEntries(known.map(([name]) => [name, textOf(search[name])])), ...(q === undefined ? {} : { q }) };
};

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
  validateSearch: catalogueSearch,
  beforeLoad: withPublicTexts,
  component: lazyRouteComponent(catalogue, 'Catalogue'),
});
const catalogueCourseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue/$courseId',
  beforeLoad: withPublicTexts,
  component: lazyRouteComponent(catalogue, 'CatalogueCourse'),
});

const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  beforeLoad: withPublicTexts,
  component: lazyRouteComponent(legal, 'Privacy'),
});
const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accessibility',
  beforeLoad: withPublicTexts,
  component: lazyRouteComponent(legal, 'Accessibility'),
});

const verifyAnyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v',
  beforeLoad: withPublicTexts,
  component: lazyRouteComponent(verify, 'VerifyAny'),
});
const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v/$credentialId',
  beforeLoad: withPublicTexts,
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
  privacyRoute,
  accessibilityRoute,
] as const;
