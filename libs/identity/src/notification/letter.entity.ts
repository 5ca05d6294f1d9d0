import { fillText, type ProblemText } from '@aula/contracts';
import type { Owed } from './notification.entity.js';
import { worded } from './wording.entity.js';

const mostTold = 20;

/** Subject and text of the letter that tells a person these things; `unsubscribe` and `settings` are addresses. */
export const letterOf = (owed: readonly [Owed, ...Owed[]], where: { publicUrl: string; unsubscribe: string }) => {
  const [first] = owed;
  const { language } = first;
  const told = owed.slice(0, mostTold).map((each) => ({ ...worded(each, each), link: each.link }));
  const more = owed.length - told.length;
  const lines = told.map(({ title, text, link }) => [title, text, link === null ? '' : where.publicUrl + link].filter(Boolean).join('\n'));
  const subject = owed.length === 1 ? `Aula: ${told[0]!.title}` : fillText(digest.subject, language, { count: String(owed.length) });
  return {
    to: first.email,
    subject: subject.slice(0, 200),
    text: [
      fillText(digest.hello, language, { name: first.givenName }),
      ...lines,
      ...(more > 0 ? [fillText(digest.more, language, { count: String(more), link: `${where.publicUrl}/notifications` })] : []),
      fillText(digest.foot, language, { settings: `${where.publicUrl}/account/notifications`, unsubscribe: where.unsubscribe }),
    ].join('\n\n'),
  };
};

const digest = {
  subject: {
    es: 'Aula: {count} novedades',
    pt: 'Aula: {count} novidades',
    en: 'Aula: {count} notifications',
    fr: 'Aula : {count} nouvelles',
  },
  hello: { es: 'Hola, {name}:', pt: 'Olá, {name}:', en: 'Hello {name},', fr: 'Bonjour {name},' },
  more: {
    es: 'Y {count} más: {link}',
    pt: 'E mais {count}: {link}',
    en: 'And {count} more: {link}',
    fr: 'Et {count} de plus : {link}',
  },
  foot: {
    es: '--\nElija qué recibe y cuándo: {settings}\nNo recibir más estos correos: {unsubscribe}\n',
    pt: '--\nEscolha o que recebe e quando: {settings}\nNão receber mais estes e-mails: {unsubscribe}\n',
    en: '--\nChoose what you receive and when: {settings}\nStop these mails: {unsubscribe}\n',
    fr: '--\nChoisissez ce que vous recevez et quand : {settings}\nNe plus recevoir ces courriels : {unsubscribe}\n',
  },
} as const satisfies Record<string, ProblemText>;
