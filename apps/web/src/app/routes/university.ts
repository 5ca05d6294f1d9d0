import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withPublicTexts, withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';

const university = () => import('../../features/university/screens.js');

/** What of the address is taken for a filter of the register; anything else is passed over. */
const filters = {
  q: /^.{1,200}$/,
  courseId: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  editionId: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  country: /^[A-Z]{2}$/,
} as const;
const completionsSearch = (search: Record<string, unknown>): Partial<Record<keyof typeof filters, string | undefined>> =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, shape]) => {
      const value = search[name];
      return typeof value === 'string' && shape.test(value) ? [[name, value]] : [];
    }),
  );

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
    component: lazyRouteComponent(university, 'Credentials'),
  }),
  createRoute({
    getParentRoute: () => universityRoute,
    path: '/completions',
    validateSearch: completionsSearch,
    component: lazyRouteComponent(university, 'Completions'),
  }),
  createRoute({
    getParentRoute: () => universityRoute,
    path: '/verification',
    beforeLoad: withPublicTexts, // what a certificate is, is said as visitors read it
    component: lazyRouteComponent(university, 'VerifyMany'),
  }),
] as const;

export const universityRoutes = universityRoute.addChildren([...pages]);
