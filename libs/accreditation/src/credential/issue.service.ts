import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { achievementCredential, createJcsSigner, timestamp } from '@aula/open-badges';
import { LOG, SETTINGS, inOrder, type Logger, type Recorder, type Settings } from '@aula/platform';
import { SigningKeys, type Signer } from '../signing-key/signing-key.service.js';
import { achievementText, localeOf, type CountedUnit, type CourseVersion } from './achievement.entity.js';
import { verifyUrl } from './credential.entity.js';
import { courseVersions, databaseTime, holdPending, listsToPublish, writeIssued, type Pending, type Signed } from './issue.queries.js';

/** What waits for a key is looked at again after a minute, what waits for a suspended person after an hour. */
const pauses = { key: 60, person: 3_600 };

/** Signs pending credentials. */
@Injectable()
export class Issuing {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Signs those of `ids` that are pending and writes them, all in the caller's transaction. A second time changes nothing. */
  async issue(ids: readonly string[], em: EntityManager, record: Recorder): Promise<void> {
    const pending = await holdPending(em, ids);
    const awaited = pending.filter(({ active }) => !active);
    record.order(
      'accreditation.issue-credentials',
      awaited.map(({ id }) => id),
      { afterSeconds: pauses.person },
    );
    const groups = groupsOf(pending.filter(({ active }) => active));
    if (groups.length === 0) return;
    const at = await databaseTime(em);
    const courses = await courseVersions(em, [...new Set(groups.map((group) => group.courseVersionId))]);
    const signed = (
      await inOrder(groups, async (group) => {
        const signer = await this.keys.signer(em, group.did, 'credentials');
        if (!signer) return this.defer(group, record);
        const course = courses.get(group.courseVersionId);
        if (!course) throw new Error(`the course version ${group.courseVersionId} is not published`);
        return this.sign(group, course, signer, at);
      })
    ).flat();
    if (signed.length === 0) return;
    await this.write(signed, at, em, record);
    const unpublished = [...new Set(pending.filter((each) => !each.list_published).map((each) => each.list_id))];
    record.order('accreditation.publish-status-list', await listsToPublish(em, unpublished));
  }

  /** Without a key nothing is issued and no attempt is lost: the credentials stay pending and are ordered anew. */
  private defer({ pending, did }: Group, record: Recorder): Signed[] {
    this.log.error({ did, waiting: pending.length }, 'credentials wait for their signing key');
    record.order(
      'accreditation.issue-credentials',
      pending.map(({ id }) => id),
      { afterSeconds: pauses.key },
    );
    return [];
  }

  private sign(
    group: Group,
    course: { version: CourseVersion; units: CountedUnit[] },
    { key, verificationMethod }: Signer,
    at: Date,
  ): Signed[] {
    const text = achievementText(course.version, course.units);
    const sign = createJcsSigner(
      ['id', 'subject', 'awarded', 'list', 'entry'],
      ({ id, subject, awarded, list, entry }) =>
        achievementCredential({
          id,
          issuer: { id: group.did, name: text.issuer },
          validFrom: timestamp(at),
          awardedDate: awarded,
          name: text.name,
          subjectId: subject,
          achievement: {
            id: `urn:uuid:${course.version.id}`,
            description: text.description,
            criteria: text.criteria,
            language: localeOf(text.language),
          },
          status: [{ purpose: 'revocation', list, index: entry }],
        }),
      { key, verificationMethod, created: at },
    );
    return group.pending.map(({ id, subject, completed_at: completedAt, list_address: list, status_index: entry }) => {
      const document = sign({
        id: verifyUrl(this.settings.publicUrl, id),
        subject,
        awarded: timestamp(new Date(completedAt)),
        list,
        entry: String(entry),
      });
      return { id, document, hash: hash('sha256', document, 'buffer') };
    });
  }

  private async write(signed: readonly Signed[], at: Date, em: EntityManager, record: Recorder): Promise<void> {
    const issued = await writeIssued(em, signed, at);
    record.audit(
      'credential',
      'issued',
      issued.map(({ id }) => id),
    );
    record(
      'credential.issued',
      issued.map((each) => ({ credentialId: each.id, enrollmentId: each.enrollment_id, personId: each.person_id })),
    );
  }
}

/** Credentials that share issuer and course version, and so the template of their documents. */
interface Group {
  readonly did: string;
  readonly courseVersionId: string;
  readonly pending: readonly Pending[];
}

const groupsOf = (pending: readonly Pending[]): Group[] => {
  const groups = new Map<string, Group & { pending: Pending[] }>();
  for (const each of pending) {
    const name = `${each.did} ${each.course_version_id}`;
    const group = groups.get(name) ?? { did: each.did, courseVersionId: each.course_version_id, pending: [] };
    group.pending.push(each);
    groups.set(name, group);
  }
  return [...groups.values()];
};
