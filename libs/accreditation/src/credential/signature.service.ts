import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { achievementCredential, createJcsSigner, timestamp } from '@aula/open-badges';
import { LOG, SETTINGS, inOrder, type Logger, type Settings } from '@aula/platform';
import { SigningKeys, type Signer } from '../signing-key/signing-key.service.js';
import { achievementText, localeOf, type CountedUnit, type CourseVersion } from './achievement.entity.js';
import { verifyUrl } from './credential.entity.js';
import { groupsOf, type Draft, type DraftGroup, type Signed } from './draft.entity.js';
import { courseVersions, databaseTime } from './signature.queries.js';

/** Signed documents, all of the time `at`; those drafts are missing that cannot be signed now, as the log says. */
export interface SignedBatch {
  readonly at: Date;
  readonly signed: readonly Signed[];
}

/** Writes and signs the documents of credentials. */
@Injectable()
export class Signatures {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async sign(em: EntityManager, drafts: readonly Draft[]): Promise<SignedBatch> {
    const at = await databaseTime(em);
    const courses = await courseVersions(em, [...new Set(drafts.map((draft) => draft.courseVersionId))]);
    const signed = await inOrder(groupsOf(drafts), async (group) => {
      const signer = await this.keys.signer(em, group.did, 'credentials');
      const course = courses.get(group.courseVersionId);
      return signer && course
        ? this.signGroup(group, course, signer, at)
        : this.without(group, { key: Boolean(signer), course: Boolean(course) });
    });
    return { at, signed: signed.flat() };
  }

  private without({ did, courseVersionId, drafts }: DraftGroup, has: { key: boolean; course: boolean }): Signed[] {
    this.log.error({ did, courseVersionId, has, waiting: drafts.length }, 'credentials wait for their signing key or their course');
    return [];
  }

  private signGroup(
    group: DraftGroup,
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
    return group.drafts.map(({ id, subject, completedAt, listAddress, entry }) => {
      const document = sign({
        id: verifyUrl(this.settings.publicUrl, id),
        subject,
        awarded: timestamp(new Date(completedAt)),
        list: listAddress,
        entry: String(entry),
      });
      return { id, document, hash: hash('sha256', document, 'buffer') };
    });
  }
}
