import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  EditionId,
  EnrollmentId,
  InstitutionId,
  MissingUnitView,
  RosterExportQuery,
  RosterFilter,
  RosterFunnel,
  RosterQuery,
  RosterSummary,
  RosterUnit,
} from '@aula/contracts';
import { Work, encodeCursor, found } from '@aula/platform';
import { editionFor } from '../edition/edition.queries.js';
import { enrollmentFor } from '../enrollment.queries.js';
import { sightOf } from '../enrollment.policy.js';
import { funnelOf } from './funnel.queries.js';
import { missingOf, unitsToDo } from './missing.queries.js';
import {
  institutionsOf,
  resolved,
  rosterPage,
  seesCourse,
  tally,
  type Asked,
  type InstitutionRow,
  type RosterRow,
  type TallyRow,
} from './roster.queries.js';

/** Rows of one statement of an export: few enough that memory stays flat, many enough that 200,000 take seconds. */
const chunk = 5_000;

@Injectable()
export class RosterService {
  constructor(private readonly work: Work) {}

  /** One page of an edition's roster, `limit + 1` rows. Problem: not-found. */
  page(actor: Actor, id: EditionId, query: RosterQuery): Promise<RosterRow[]> {
    return this.work.read(async (em) => rosterPage(em, actor, await asked(em, actor, id, query), query));
  }

  /** How the learners of a filter stand. Problem: not-found. */
  summary(actor: Actor, id: EditionId, filter: RosterFilter): Promise<RosterSummary> {
    return this.work.read(async (em) => {
      const counted = await tally(em, await asked(em, actor, id, filter));
      const ids = counted.flatMap(({ institution_id: institution }) => (institution === null ? [] : [institution]));
      return summed(counted, await institutionsOf(em, ids));
    });
  }

  /** What learners of the edition have to do, in the order of the course. Problem: not-found. */
  units(actor: Actor, id: EditionId): Promise<RosterUnit[]> {
    return this.work.read(async (em) => unitsToDo(em, found(await editionFor(em, actor, id)).course_version_id));
  }

  /** How far the learners in the actor's sight have come, unit by unit. Problem: not-found. */
  funnel(actor: Actor, id: EditionId): Promise<RosterFunnel> {
    return this.work.read(async (em) => funnelOf(em, await asked(em, actor, id, {})));
  }

  /** What one learner still has to do, and why. Problem: not-found. */
  missing(actor: Actor, id: EnrollmentId): Promise<MissingUnitView[]> {
    return this.work.read(async (em) => {
      found(await enrollmentFor(em, actor, id));
      return missingOf(em, id);
    });
  }

  /** Every learner of a filter, read chunk by chunk while they are taken; and what the edition is called. Problem: not-found. */
  async all(actor: Actor, id: EditionId, query: RosterExportQuery): Promise<{ title: string; learners: AsyncIterable<RosterRow[]> }> {
    const { title, given } = await this.work.read(async (em) => ({
      title: found(await editionFor(em, actor, id)).title,
      given: await asked(em, actor, id, query),
    }));
    return { title, learners: this.chunks(actor, given, query.sort) };
  }

  private async *chunks(actor: Actor, given: Asked, sort: RosterQuery['sort'], cursor?: string): AsyncGenerator<RosterRow[]> {
    const read = await this.work.read((em) => rosterPage(em, actor, given, { sort, limit: chunk, cursor }));
    const shown = read.slice(0, chunk);
    yield shown;
    const last = shown.at(-1);
    if (last && read.length > chunk) yield* this.chunks(actor, given, sort, encodeCursor([last.key, last.tie]));
  }
}

/** The filter over the edition, if the actor may see it at all; of its learners they see those whom their role reaches. */
export const asked = async (em: EntityManager, actor: Actor, id: EditionId, filter: RosterFilter): Promise<Asked> => {
  const edition = found(await editionFor(em, actor, id));
  const courseSeen = await seesCourse(em, actor, edition.course_version_id);
  return resolved(em, { edition, filter, sight: sightOf(actor), courseSeen });
};

interface Sum {
  enrolled: number;
  completed: number;
  progress: number;
}
/** Adds a tally under `key`; whoever left counts nowhere. */
const add = <K>(sums: Map<K, Sum>, key: K, { state, count, progress }: TallyRow): void => {
  if (state === 'withdrawn') return;
  const before = sums.get(key) ?? { enrolled: 0, completed: 0, progress: 0 };
  const completed = before.completed + (state === 'completed' ? count : 0);
  sums.set(key, { enrolled: before.enrolled + count, completed, progress: before.progress + progress });
};
const meanOf = ({ enrolled, completed, progress }: Sum): Sum => ({ enrolled, completed, progress: Math.min(1, progress / enrolled) });

const summed = (counted: readonly TallyRow[], institutions: readonly InstitutionRow[]): RosterSummary => {
  const states = new Map<TallyRow['state'], number>();
  const countries = new Map<string | null, Sum>();
  const sums = new Map<InstitutionId | null, Sum>();
  const known = new Map(institutions.map((each) => [each.id, each]));
  for (const each of counted) {
    states.set(each.state, (states.get(each.state) ?? 0) + each.count);
    add(countries, each.country, each);
    const path = each.institution_id === null ? [null] : (known.get(each.institution_id)?.path ?? [null]);
    path.forEach((at) => add(sums, at, each));
  }
  const branch = ({ path }: InstitutionRow): string => path.map((id) => known.get(id)?.name ?? '').join('\0');
  const tree = [...sums.keys()].flatMap((id) => (id === null ? [] : [known.get(id)!])).sort((a, b) => (branch(a) < branch(b) ? -1 : 1));
  const outside = sums.get(null);
  return {
    total: counted.reduce((sum, { count }) => sum + count, 0),
    states: [...states].map(([state, count]) => ({ state, count })),
    countries: [...countries].map(([country, sum]) => ({ country, ...meanOf(sum) })).sort((a, b) => b.enrolled - a.enrolled),
    institutions: [
      ...tree.map(({ id, name, path }) => ({ institutionId: id, name, depth: path.length - 1, ...meanOf(sums.get(id)!) })),
      ...(outside ? [{ institutionId: null, name: null, depth: 0, ...meanOf(outside) }] : []),
    ],
  };
};
