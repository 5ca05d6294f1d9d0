import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId, Language, LocalText } from '@aula/contracts';
import { row } from '@aula/platform';
import type { CredentialState } from '../credential/credential.entity.js';

/** A credential with all that stands on its certificate. */
export interface CertificateRow {
  id: CredentialId;
  person_id: string;
  state: CredentialState;
  issued_at: string | null;
  completed_at: string;
  document: string | null;
  title: LocalText;
  languages: Language[];
  hours: number;
  given_name: string | null;
  family_name: string | null;
  institution: string | null;
  /** IANA zone of the edition. */
  time_zone: string | null;
  person_path: string[];
  course_path: string[];
}

export const certificateRow = (em: EntityManager, id: CredentialId): Promise<CertificateRow | undefined> =>
  row(
    em,
    `select c.id, c.person_id, c.state, c.issued_at, c.completed_at, d.document, v.title, v.languages, v.hours, p.given_name, p.family_name,
       i.name as institution, e.time_zone, coalesce(p.institution_path, '{}') as person_path, coalesce(i.path, '{}') as course_path
     from accreditation.credential c
     join catalog.pub_course_version v on v.id = c.course_version_id
     left join accreditation.credential_document d on d.credential_id = c.id
     left join identity.pub_person p on p.id = c.person_id
     left join identity.pub_institution i on i.id = v.institution_id
     left join enrollment.pub_enrollment n on n.id = c.enrollment_id
     left join enrollment.pub_edition e on e.id = n.edition_id
     where c.id = $1`,
    [id],
  );
