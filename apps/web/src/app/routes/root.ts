import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../../lib/signed-in.js';
import { Layout } from '../layout/Layout.js';
import { SignedIn } from '../layout/SignedIn.js';

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({ component: Layout });

/** Everything behind the sign-in; a visitor is sent to the door and comes back to where they were going. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'in',
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meQuery);
    if (me === null) redirect({ to: '/', search: { next: location.href }, throw: true });
    // nothing else is open to them before they have a second factor
    if (me?.secondFactor === 'missing' && location.pathname !== '/account') redirect({ to: '/account', throw: true });
  },
});
