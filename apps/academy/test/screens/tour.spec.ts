import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { LivedIn } from './lived-in.js';
import { tour } from './tour.js';

/** Addresses that the tour reaches by a click, or not at all, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  '/teach/': 'leads on to the courses',
  '/institution/': 'leads on to the people',
  '/administration/': 'leads on to the jobs',
  '/teach/packages/$packageId': 'opened from the list of packages',
  '/teach/results/$editionId/$unitId/questions/$questionId': 'opened from the results of a quiz',
  '/insight/editions/$editionId/reminders': 'the same screen as in the areas of those who remind',
};

const folder = path.resolve(import.meta.dirname, '../../../web/src/app/routes');
const shared = 'roster-routes.ts';
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const pathsIn = (text: string) =>
  [...text.matchAll(/(rootRoute,\s+)?\bpath: '([^']+)'/g)].map(([, root, address]) => ({ root, address: address! }));
/**
 * The addresses of a file of routes. In one with a door the first is its area's: the others lie below it, unless they say otherwise, and
 * so do those of a roster, where the area has them.
 */
const routesOf = (file: string): string[] => {
  const text = textOf(file);
  const found = [...pathsIn(text), ...(text.includes('...rosterRoutes(') ? pathsIn(textOf(shared)) : [])];
  const [area, ...pages] = found;
  return text.includes('AreaDoor')
    ? pages.map(({ root, address }) => (root ? address : `${area!.address}${address}`))
    : found.map(({ address }) => address);
};
const routes = readdirSync(folder)
  .filter((file) => file !== shared)
  .flatMap(routesOf);

/** Stands for whatever an academy that was lived in has: each of its members is `x`, and so are theirs. */
const anything: LivedIn = new Proxy(
  Object.assign(() => 'x', {}),
  {
    get: (_, name): unknown => (name === Symbol.toPrimitive ? () => 'x' : anything),
  },
) as unknown as LivedIn;
const seen = Object.values(tour(anything)).flatMap((screens) => screens.map((screen) => screen.path.split('?')[0]!));

it.each(routes.filter((route) => elsewhere[route] === undefined))('shows %s', (route) => {
  const address = new RegExp(`^${route.replace(/\/$/, '').replaceAll(/\$\w+/g, '[^/]+')}/?$`);
  expect(seen.filter((each) => address.test(each))).not.toEqual([]);
});

it('gives a reason for no address that is gone', () => {
  expect(Object.keys(elsewhere).filter((address) => !routes.includes(address))).toEqual([]);
});
