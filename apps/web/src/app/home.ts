import type { Me } from '@aula/contracts';
import { mayEnter } from '../lib/rights.js';

type Home = '/today' | '/audit' | '/insight' | '/learning';

/** Where a person starts: what waits for them, or the area that they read; the learner's own pages for everyone else. */
export const homeOf = (me: Me): Home => {
  if (mayEnter(me, 'today')) return '/today';
  if (mayEnter(me, 'audit')) return '/audit';
  return mayEnter(me, 'insight') ? '/insight' : '/learning';
};
