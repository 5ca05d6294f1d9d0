import type { Me } from '@aula/contracts';
import { mayEnter } from '../lib/rights.js';

type Home =
  | '/administration/jobs'
  | '/institution/people'
  | '/university'
  | '/university/completions'
  | '/teach/courses'
  | '/audit'
  | '/insight'
  | '/learning';

/** Where a person starts: the first of their areas, the learner's own pages for everyone else. */
export const homeOf = (me: Me): Home => {
  if (me.roles.includes('administrator')) return '/administration/jobs';
  if (me.roles.includes('training-administrator')) return '/institution/people';
  if (me.roles.includes('instructor')) return '/teach/courses';
  if (me.roles.includes('registrar')) return '/university';
  if (me.roles.includes('reviewer')) return '/university/completions';
  if (mayEnter(me, 'audit')) return '/audit';
  return mayEnter(me, 'insight') ? '/insight' : '/learning';
};
