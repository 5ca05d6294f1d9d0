import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  inLanguage,
  type Actor,
  type LaunchCreate,
  type PreviewCreate,
  type RuntimeLaunched,
  type UnclosedVisit,
  type UnclosedVisitQuery,
} from '@aula/contracts';
import { Ids, Problem, Random, SETTINGS, Work, deriveKey, ensure, found, tokenHash, type Recorder, type Settings } from '@aula/platform';
import { codeSeconds, hostKeyName, hostLabel, isFinished, labelOf, modeFor, packageFor, playerUrl } from './launch.entity.js';
import { mayPreview } from './attempt.policy.js';
import {
  attemptOf,
  insertAttempt,
  insertLaunch,
  packageGiven,
  packageOf,
  redeem,
  repin,
  unclosedVisits,
  unitToOpen,
  type AttemptToOpen,
  type UnitToOpen,
} from './launch.queries.js';

/** Who asks: the actor and the secret of the sign-in that vouches for them. */
export interface Asker {
  actor: Actor;
  session: string | undefined;
}
type Opening = {
  attemptId: string | null;
  packageId: string;
  hostLabel: string;
  mode: 'normal' | 'browse' | 'review';
  title: string;
  academyPath: string;
};

/** Opens packages: one-time codes for the player, and what they are redeemed for. */
@Injectable()
export class LaunchService {
  private readonly key: Buffer;

  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, hostKeyName);
  }

  /**
   * Opens a unit of the asker's own enrollment, in its newest attempt or, where that is finished and it is asked for, in a new one. Returns the player's address. Problems: not-found;
   * conflict `content.enrollment-not-open`, `content.attempt-unfinished`, `content.not-launchable`, `content.package-not-ready`.
   */
  launch(asker: Asker, { enrollmentId, unitId, attempt: wanted }: LaunchCreate): Promise<string> {
    return this.work.run(async (em, record) => {
      const unit = found(await unitToOpen(em, enrollmentId, unitId));
      if (unit.person_id !== asker.actor.personId) throw new Problem('not-found', 'not-found');
      const before = await attemptOf(em, enrollmentId, unitId);
      const again = wanted === 'new' && before?.begun === true;
      const mode = modeFor(unit, before?.completion === 'completed' && !again);
      if (!mode || (again && mode === 'review')) throw new Problem('conflict', 'content.enrollment-not-open');
      if (again && !isFinished(before)) throw new Problem('conflict', 'content.attempt-unfinished');
      const attempt = before?.begun && !again ? before : await this.begin(em, record, asker.actor, { enrollmentId, unitId, unit, before });
      return this.open(em, asker, {
        attemptId: attempt.id,
        packageId: attempt.package_id,
        hostLabel: attempt.host_label,
        mode,
        title: inLanguage(unit.title, asker.actor.language),
        academyPath: `/learning/${enrollmentId}`,
      });
    });
  }

  /** The asker's own units of an enrollment that were not closed properly; none for an enrollment of others. */
  unclosed({ personId }: Actor, { enrollmentId }: UnclosedVisitQuery): Promise<UnclosedVisit[]> {
    return this.work.read((em) => unclosedVisits(em, personId, enrollmentId));
  }

  /** Opens a package for its author, recording nothing. Problems: not-found; forbidden; conflict `content.package-not-ready`. */
  preview(asker: Asker, { packageId }: PreviewCreate): Promise<string> {
    return this.work.run(async (em) => {
      const it = found(await packageOf(em, packageId));
      ensure(mayPreview(asker.actor, { ownerId: it.owner_id }), 'package.preview');
      if (it.state !== 'ready') throw new Problem('conflict', 'content.package-not-ready');
      const label = hostLabel(this.key, packageId, asker.actor.personId);
      const opening = {
        attemptId: null,
        packageId,
        hostLabel: label,
        mode: 'browse' as const,
        title: it.title ?? '',
        academyPath: `/teach/packages/${packageId}`,
      };
      return this.open(em, asker, opening);
    });
  }

  /** Redeems a code on its own host, once. Problem: gone `content.launch-code-spent`. */
  async redeem(host: string, code: string): Promise<{ launched: RuntimeLaunched; files: string }> {
    const label = labelOf(host, this.settings.contentDomain) ?? '';
    const [token, files] = [this.random.token(), this.random.token()];
    const hashes = { codeHash: tokenHash(code), tokenHash: tokenHash(token), filesHash: tokenHash(files) };
    const it = await this.work.run((em) => redeem(em, { ...hashes, hostLabel: label }));
    if (!it) throw new Problem('gone', 'content.launch-code-spent');
    const attemptId = it.attempt_id ?? it.id;
    const academyUrl = `${this.settings.publicUrl}${it.academy_path}`;
    const { title, language, mode, time_zone: timeZone, closes_at: closesAt } = it;
    return { launched: { token, attemptId, title, language, academyUrl, mode, timeZone, closesAt }, files };
  }

  private async begin(
    em: EntityManager,
    record: Recorder,
    actor: Actor,
    { enrollmentId, unitId, unit, before }: LaunchCreate & { unit: UnitToOpen; before: AttemptToOpen | undefined },
  ): Promise<AttemptToOpen> {
    const named = unit.kind === 'scorm' ? packageFor(unit.contents, actor.language) : undefined;
    if (!named) throw new Problem('conflict', 'content.not-launchable');
    const packageId = await packageGiven(em, named, unit);
    if (before?.begun === false && before.package_id === packageId) return before;
    if ((await packageOf(em, packageId))?.state !== 'ready') throw new Problem('conflict', 'content.package-not-ready');
    if (before?.begun === false) return this.changePackage(em, before, packageId);
    const id = this.ids.next();
    const label = hostLabel(this.key, packageId, id);
    const begun = await insertAttempt(em, {
      id,
      enrollmentId,
      unitId,
      number: (before?.last ?? 0) + 1,
      personId: actor.personId,
      packageId,
      hostLabel: label,
    });
    if (begun) record.audit('content-attempt', 'begun', [id]);
    return found(await attemptOf(em, enrollmentId, unitId));
  }

  /** Nothing was opened yet: the attempt follows the learner's language, and the version that is given now. */
  private async changePackage(em: EntityManager, { id, enrollment_id, unit_id }: AttemptToOpen, packageId: string): Promise<AttemptToOpen> {
    await repin(em, { id, packageId, hostLabel: hostLabel(this.key, packageId, id) });
    return found(await attemptOf(em, enrollment_id, unit_id));
  }

  private async open(em: EntityManager, { actor, session }: Asker, opening: Opening): Promise<string> {
    const code = this.random.token();
    await insertLaunch(em, {
      ...opening,
      id: this.ids.next(),
      personId: actor.personId,
      language: actor.language,
      sessionHash: session === undefined ? null : tokenHash(session),
      codeHash: tokenHash(code),
      codeSeconds,
    });
    return playerUrl(this.settings.publicUrl, this.settings.contentDomain, opening.hostLabel, code);
  }
}
