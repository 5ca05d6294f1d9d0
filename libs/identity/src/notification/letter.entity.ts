import { fillText, type ProblemText } from '@aula/contracts';
import type { Owed } from './notification.entity.js';
import { worded } from './wording.entity.js';

const mostTold = 20;

/** Subject and text of the letter that tells a person these things; `unsubscribe` is an address, `academy` who writes. */
export const letterOf = (owed: readonly [Owed, ...Owed[]], where: { publicUrl: string; unsubscribe: string; academy: string }) => {
  const [first] = owed;
  const { language } = first;
  const told = owed.slice(0, mostTold).map((each) => ({ ...worded(each, each), link: each.link }));
  const more = owed.length - told.length;
  const lines = told.map(({ title, text, link }) => [title, text, link === null ? '' : where.publicUrl + link].filter(Boolean).join('\n'));
  const subject =
    owed.length === 1
      ? fillText(digest.one, language, { academy: where.academy, title: told[0]!.title })
      : fillText(digest.subject, language, { academy: where.academy, count: String(owed.length) });
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
  one: { es: '{academy}: {title}', pt: '{academy}: {title}', en: '{academy}: {title}', fr: '{academy} : {title}' },
  subject: {
    es: '{academy}: {count} novedades',
    pt: '{academy}: {count} novidades',
    en: '{academy}: {count} notifications',
    fr: '{academy} : {count} nouvelles',
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
