import { createHmac } from 'node:crypto';
import type { Language } from '@aula/contracts';
import { localeOf } from '../credential/achievement.entity.js';

/** What stands on a certificate, in the words of its language. */
export interface CertificateContent {
  readonly language: Language;
  readonly holder: string;
  readonly course: string;
  /** Language of the course's title where it has none in the certificate's language. */
  readonly courseLanguage: Language;
  readonly network: string;
  /** The academy's colour, `#rrggbb`, and the id of its logo. */
  readonly brand: { readonly color: string | null; readonly logo: string | null };
  /** Institution whose course it is. */
  readonly institution: string | null;
  /** "40 horas"; '' when the course says none. */
  readonly hours: string;
  readonly completedOn: string;
  readonly issuedOn: string;
  readonly issuedAt: Date;
  /** Number in groups, as people read it out. */
  readonly number: string;
  readonly verifyUrl: string;
  /** DID of the issuer. */
  readonly issuer: string;
  /** The signed credential, attached as it is. */
  readonly document: string;
}

/** Grows with every change of the drawing, so that certificates that were kept are drawn anew. */
const drawing = 1;

/** Where a rendering is kept. A keyed hash over all that stands on it: a changed name is drawn anew, and the key tells nobody the name. */
export const storageKeyOf = (id: string, content: CertificateContent, key: Buffer): string => {
  const hash = createHmac('sha256', key)
    .update(JSON.stringify([drawing, content]))
    .digest('hex')
    .slice(0, 32);
  return `${storagePrefixOf(id, content.language)}${hash}.pdf`;
};
/** What all renderings of a credential in a language begin with. */
export const storagePrefixOf = (id: string, language: Language): string => `${storageFolderOf(id)}${language}-`;
/** What all renderings of a credential begin with. */
export const storageFolderOf = (id: string): string => `accreditation/certificates/${id}/`;

/** "12 de marzo de 2026": the day in the edition's time zone. */
export const dayText = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(instant));

/** A number in groups that can be read out; whoever types it may leave the hyphens out. */
export const groupedNumber = (id: string): string => [id.slice(0, 5), ...(id.slice(5).match(/.{1,7}/g) ?? [])].join('-').toUpperCase();

export interface CertificateWords {
  readonly heading: string;
  readonly certifies: string;
  readonly completed: string;
  /** With the colon of its language. */
  readonly duration: string;
  readonly completedOn: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly number: string;
  readonly verify: string;
  readonly note: string;
  readonly code: string;
  readonly attachment: string;
}

export const certificateWords: Readonly<Record<Language, CertificateWords>> = {
  es: {
    heading: 'Certificado',
    certifies: 'Se certifica que',
    completed: 'ha completado satisfactoriamente el curso',
    duration: 'Duración:',
    completedOn: 'Finalizado el',
    issuedOn: 'Fecha de expedición',
    issuer: 'Emisor · firma digital',
    number: 'N.º de certificado',
    verify: 'Verifique este certificado',
    note: 'La página de verificación muestra lo que se firmó, quién lo firmó y si sigue vigente. El documento firmado va adjunto a este PDF (credential.json).',
    code: 'Código QR con la dirección de verificación',
    attachment: 'Credencial firmada (Open Badges 3.0)',
  },
  pt: {
    heading: 'Certificado',
    certifies: 'Certificamos que',
    completed: 'concluiu com aproveitamento o curso',
    duration: 'Carga horária:',
    completedOn: 'Concluído em',
    issuedOn: 'Data de emissão',
    issuer: 'Emissor · assinatura digital',
    number: 'N.º do certificado',
    verify: 'Confira este certificado',
    note: 'A página de verificação mostra o que foi assinado, quem assinou e se continua em vigor. O documento assinado está anexo a este PDF (credential.json).',
    code: 'Código QR com o endereço de verificação',
    attachment: 'Credencial assinada (Open Badges 3.0)',
  },
  en: {
    heading: 'Certificate',
    certifies: 'This certifies that',
    completed: 'has successfully completed the course',
    duration: 'Duration:',
    completedOn: 'Completed on',
    issuedOn: 'Date of issue',
    issuer: 'Issuer · digital signature',
    number: 'Certificate number',
    verify: 'Verify this certificate',
    note: 'The verification page shows what was signed, who signed it and whether it is still in force. The signed document is attached to this PDF (credential.json).',
    code: 'QR code with the verification address',
    attachment: 'Signed credential (Open Badges 3.0)',
  },
  fr: {
    heading: 'Certificat',
    certifies: 'Nous certifions que',
    completed: 'a suivi avec succès la formation',
    duration: 'Durée :',
    completedOn: 'Achevée le',
    issuedOn: 'Date de délivrance',
    issuer: 'Émetteur · signature numérique',
    number: 'N° du certificat',
    verify: 'Vérifiez ce certificat',
    note: 'La page de vérification montre ce qui a été signé, par qui, et si le certificat est toujours en vigueur. Le document signé est joint à ce PDF (credential.json).',
    code: 'Code QR avec l’adresse de vérification',
    attachment: 'Titre signé (Open Badges 3.0)',
  },
};
