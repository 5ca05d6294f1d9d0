import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { inLanguage, type Actor, type CredentialId, type Language } from '@aula/contracts';
import { LOG, ObjectStorage, Problem, SETTINGS, Work, deriveKey, removeAll, type Logger, type Settings } from '@aula/platform';
import { hoursText, mainLanguage, networkName } from '../credential/achievement.entity.js';
import { credentialIdOf, verifyUrl } from '../credential/credential.entity.js';
import { mayTakeCertificate } from '../credential/credential.policy.js';
import { fieldsOf } from '../verification/verification.entity.js';
import { Brandings, type Branding } from './branding.service.js';
import { dayText, groupedNumber, storageFolderOf, storageKeyOf, storagePrefixOf, type CertificateContent } from './certificate.entity.js';
import { certificateRow, type CertificateRow } from './certificate.queries.js';
import { drawCertificate } from './drawing.service.js';

/** Draws certificates when they are asked for and keeps them. The PDF is a picture of the credential, never the proof. */
@Injectable()
export class Certificates {
  private readonly key: Buffer;

  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
    private readonly brandings: Brandings,
  ) {
    this.key = deriveKey(settings.secret, 'certificate-name');
  }

  /**
   * The PDF of a credential in a language. Problems: not-found `credential.unknown`, also for whoever may not have it;
   * conflict `credential.pending`, `credential.revoked`, `credential.holder-unknown`.
   */
  async pdf(actor: Actor, text: string, language: Language): Promise<{ row: CertificateRow; pdf: Buffer }> {
    const id = credentialIdOf(text);
    const row = id && (await this.work.read((em) => certificateRow(em, id)));
    const may = row && mayTakeCertificate(actor, { personId: row.person_id, personPath: row.person_path, coursePath: row.course_path });
    if (!row || !may) throw new Problem('not-found', 'credential.unknown');
    if (row.state === 'revoked') throw new Problem('conflict', 'credential.revoked');
    const branding = await this.brandings.now(language);
    const content = this.contentOf(row, language, branding);
    const key = storageKeyOf(row.id, content, this.key);
    const kept = await this.kept(key);
    if (kept) return { row, pdf: kept };
    const pdf = await drawCertificate(content, branding.logo);
    await this.keep(key, storagePrefixOf(row.id, language), pdf);
    await this.demandInForce(row.id);
    return { row, pdf };
  }

  /** Removes every kept PDF of a credential. */
  forget(id: string): Promise<void> {
    return removeAll(this.storage, storageFolderOf(id));
  }

  /** A credential that was revoked while its PDF was drawn: the removal may have come before the file, so the file goes here. */
  private async demandInForce(id: CredentialId): Promise<void> {
    const now = await this.work.read((em) => certificateRow(em, id));
    if (now?.state !== 'revoked') return;
    await this.forget(id);
    throw new Problem('conflict', 'credential.revoked');
  }

  private contentOf(row: CertificateRow, language: Language, { name, color, logo }: Branding): CertificateContent {
    if (row.document === null || row.issued_at === null) throw new Problem('conflict', 'credential.pending');
    const holder = [row.given_name, row.family_name].filter((part) => part).join(' ');
    if (holder === '') throw new Problem('conflict', 'credential.holder-unknown');
    const courseLanguage = row.title[language] === undefined ? mainLanguage(row) : language;
    const timeZone = row.time_zone ?? 'UTC';
    return {
      language,
      holder,
      course: inLanguage(row.title, courseLanguage),
      courseLanguage,
      network: name === null ? networkName[language] : `${name} · ${networkName[language]}`,
      brand: { color, logo: logo?.id ?? null },
      institution: row.institution,
      hours: hoursText(row.hours, language),
      completedOn: dayText(row.completed_at, language, timeZone),
      issuedOn: dayText(row.issued_at, language, timeZone),
      issuedAt: new Date(row.issued_at),
      number: groupedNumber(row.id),
      verifyUrl: verifyUrl(this.settings.publicUrl, row.id),
      issuer: fieldsOf(JSON.parse(row.document)).issuer ?? '',
      document: row.document,
    };
  }

  /** What was kept, or undefined; a store that is away costs a drawing, not the certificate. */
  private async kept(key: string): Promise<Buffer | undefined> {
    try {
      const object = await this.storage.get(key);
      return object && (await buffer(object.body));
    } catch (error) {
      this.log.warn({ err: error }, 'a kept certificate could not be read');
      return undefined;
    }
  }

  /** Keeps the PDF in place of what was kept before, which may bear a name that is not the holder's any more. */
  private async keep(key: string, prefix: string, pdf: Buffer): Promise<void> {
    try {
      await this.storage.put(key, pdf, 'application/pdf');
      const others = (await this.storage.list(prefix)).filter((each) => each !== key);
      if (others.length > 0) await this.storage.remove(others);
    } catch (error) {
      this.log.warn({ err: error }, 'a certificate could not be kept');
    }
  }
}
