import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  problemText,
  type Actor,
  type EditionChange,
  type EditionCreate,
  type EditionId,
  type InstitutionId,
  type ProblemCode,
} from '@aula/contracts';
import { Ids, Problem, Work, currentContext, ensure, found } from '@aula/platform';
import { enrollReach, mayOpen } from '../enrollment.policy.js';
import {
  changeEdition,
  closeEdition,
  editionFor,
  holdEdition,
  institutionPath,
  keepEdition,
  versionExists,
  type EditionRow,
} from './edition.queries.js';

@Injectable()
export class EditionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /**
   * Opens an edition of a published version. Problems: forbidden; invalid `enrollment.course-version-unknown`,
   * `enrollment.institution-unknown`, `enrollment.edition-institution-needed`; forbidden `enrollment.outside-your-institution`.
   */
  open(actor: Actor, wish: EditionCreate): Promise<EditionId> {
    return this.work.run(async (em) => {
      if (!(await versionExists(em, wish.courseVersionId))) throw invalid('courseVersionId', 'enrollment.course-version-unknown');
      const institution = wish.institutionId ?? ownInstitution(actor);
      await demandInstitution(em, actor, institution);
      const id = this.ids.next<EditionId>();
      const { courseVersionId, opensAt, closesAt, timeZone, capacity, ...same } = wish;
      const edition = { ...same, course_version_id: courseVersionId, opens_at: opensAt, closes_at: closesAt, time_zone: timeZone };
      await keepEdition(em, id, { ...edition, capacity: capacity ?? null, institution_id: institution }, actor.personId);
      return id;
    });
  }

  /**
   * Changes title, dates or capacity. Problems: not-found; forbidden; conflict `enrollment.edition-dates`,
   * `enrollment.capacity-below-enrolled`.
   */
  change(actor: Actor, id: EditionId, wish: EditionChange): Promise<void> {
    return this.work.run(async (em) => {
      await holdEdition(em, id);
      const edition = await ownEdition(em, actor, id);
      const [opens, closes] = [wish.opensAt ?? edition.opens_at, wish.closesAt ?? edition.closes_at];
      if (Date.parse(closes) <= Date.parse(opens)) throw new Problem('conflict', 'enrollment.edition-dates');
      const { enrolled } = edition;
      if (typeof wish.capacity === 'number' && wish.capacity < enrolled)
        throw new Problem('conflict', 'enrollment.capacity-below-enrolled', { enrolled });
      await changeEdition(em, id, wish);
    });
  }

  /** Closes an open edition at once. Problems: not-found; forbidden; conflict `enrollment.edition-not-open`, `enrollment.edition-closed`. */
  close(actor: Actor, id: EditionId): Promise<void> {
    return this.work.run(async (em) => {
      demandStanding(await ownEdition(em, actor, id), ['open']);
      await closeEdition(em, id);
    });
  }
}

const ownEdition = async (em: EntityManager, actor: Actor, id: EditionId): Promise<EditionRow> => {
  const edition = found(await editionFor(em, actor, id));
  ensure(mayOpen(actor, { institutionPath: edition.institution_path }), 'edition.change');
  return edition;
};

/** Whose edition it is when nobody says so: the network's where the actor may act for it, else the actor's one institution. */
const ownInstitution = (actor: Actor): InstitutionId | null => {
  const institutions = enrollReach(actor);
  if (institutions === null) return null;
  if (institutions === 'nobody') throw new Problem('forbidden', 'forbidden');
  if (institutions.length > 1) throw invalid('institutionId', 'enrollment.edition-institution-needed');
  return institutions[0] as InstitutionId;
};

const demandInstitution = async (em: EntityManager, actor: Actor, id: InstitutionId | null): Promise<void> => {
  if (id === null) return ensure(mayOpen(actor, { institutionPath: null }), 'edition.open');
  const path = await institutionPath(em, id);
  if (!path) throw invalid('institutionId', 'enrollment.institution-unknown');
  if (!mayOpen(actor, { institutionPath: path })) throw new Problem('forbidden', 'enrollment.outside-your-institution');
};

/** A member of the request is wrong: the problem's own sentence stands at it. */
export const invalid = (path: string, code: ProblemCode): Problem =>
  new Problem('invalid', code, {}, { errors: [{ path, message: problemText(code, currentContext()?.language ?? 'es'), code }] });

const locales = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' } as const;

/** Throws unless the edition stands in one of `states`, with the instant in the edition's own time zone. */
export const demandStanding = (
  edition: Pick<EditionRow, 'state' | 'opens_at' | 'closes_at' | 'time_zone'>,
  states: readonly EditionRow['state'][],
): void => {
  if (states.includes(edition.state)) return;
  const { time_zone: timeZone } = edition;
  const format = new Intl.DateTimeFormat(locales[currentContext()?.language ?? 'es'], { dateStyle: 'long', timeStyle: 'short', timeZone });
  const at = (instant: string): string => format.format(new Date(instant));
  throw edition.state === 'planned'
    ? new Problem('conflict', 'enrollment.edition-not-open', { opensAt: at(edition.opens_at), timeZone })
    : new Problem('conflict', 'enrollment.edition-closed', { closesAt: at(edition.closes_at), timeZone });
};
