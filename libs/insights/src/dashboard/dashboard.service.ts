import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  funnelSteps,
  measures,
  type Actor,
  type BreakdownRow,
  type Counts,
  type DashboardView,
  type Dimension,
  type InsightQuery,
} from '@aula/contracts';
import { Work } from '@aula/platform';
import { refreshedAt } from '../upkeep/refresh.queries.js';
import { sums, type Sums } from './cell.queries.js';
import { courseNames, editionNames, institutionNames } from './name.queries.js';

@Injectable()
export class DashboardService {
  constructor(private readonly work: Work) {}

  /** All numbers of those whom the actor may see and the query asks for. */
  dashboard(actor: Actor, query: InsightQuery): Promise<DashboardView> {
    return this.work.read(async (em) => {
      const found = await sums(em, actor, query);
      const totals = countsOf(found.find(({ by }) => by === null)!);
      const named = async (by: Dimension): Promise<BreakdownRow[]> => rowsOf(em, by, found);
      return {
        at: await refreshedAt(em),
        totals,
        funnel: funnelSteps.map((step) => ({ step, count: totals[step] })),
        breakdowns: {
          country: await named('country'),
          institution: await named('institution'),
          sex: await named('sex'),
          age: await named('age'),
          language: await named('language'),
          course: await named('course'),
          edition: await named('edition'),
          month: await named('month'),
        },
      };
    });
  }

  /** The numbers by one dimension, with names. */
  breakdown(actor: Actor, by: Dimension, query: InsightQuery): Promise<BreakdownRow[]> {
    return this.work.read(async (em) => rowsOf(em, by, await sums(em, actor, query, [by])));
  }
}

const rowsOf = async (em: EntityManager, by: Dimension, found: readonly Sums[]): Promise<BreakdownRow[]> => {
  const these = found.filter((each) => each.by === by);
  const names = await namesOf(
    em,
    by,
    these.map(({ key }) => key).filter((key) => key !== 'none'),
  );
  const listed = these.map((each) => ({ key: each.key, name: names?.get(each.key) ?? null, ...countsOf(each) }));
  return by === 'month' || by === 'age' ? listed.sort(inOrder) : listed;
};

const bandFirst = 'under-25';
/** Months as the calendar has them, ages as people grow; what is not known comes last. */
const inOrder = (a: { key: string }, b: { key: string }): number => rank(a.key).localeCompare(rank(b.key));
const rank = (key: string): string => {
  if (key === 'none') return '~';
  return key === bandFirst ? '0' : key;
};

const namesOf = (em: EntityManager, by: Dimension, keys: readonly string[]) => {
  if (by === 'institution') return institutionNames(em, keys);
  if (by === 'course') return courseNames(em, keys);
  return by === 'edition' ? editionNames(em, keys) : undefined;
};

const countsOf = (found: Counts): Counts => Object.fromEntries(measures.map((measure) => [measure, found[measure]])) as Counts;
