import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { fillText, type AcademySettings, type NotificationKind, type PersonView, type ProblemText } from '@aula/contracts';
import { LiveSettings, Mail, SETTINGS, academyName, type Recorder, type Settings } from '@aula/platform';
import { Notifications } from '../notification/notification.service.js';
import { unknownDevice } from '../notification/wording.entity.js';
import type { Device } from '../session/device.entity.js';

type FactorNews = 'factor-added' | 'factor-removed' | 'factor-reset';
type LetterKind = 'reset' | 'invitation' | 'changed' | 'new-device' | FactorNews;

/** Letters about somebody's own account, in their language; what concerns its security also stands among their notifications. */
@Injectable()
export class Letters {
  constructor(
    private readonly mail: Mail,
    private readonly notifications: Notifications,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly live: LiveSettings,
  ) {}

  /** Queues the letter; `parameters` fill its places, the person's name comes by itself. */
  async send(em: EntityManager, record: Recorder, person: PersonView, kind: LetterKind, parameters: Record<string, string>): Promise<void> {
    const { subject, text } = letters[kind];
    const { name, support } = await this.live.now();
    const academy = academyName({ name }, person.language);
    const letter = {
      to: person.email,
      subject: fillText(subject, person.language).replace(/^Aula/, () => academy),
      text: fillText(text, person.language, { name: person.givenName, ...parameters }) + footOf(academy, support),
    };
    await this.mail.queue(em, record, [letter]);
    const security = securityKinds[kind];
    if (!security) return;
    const told = { device: parameters['device'] ?? '', news: kind };
    await this.notifications.tell(em, record, { personId: person.id, kind: security, parameters: told, link: '/account' });
  }

  /** Tells the person that somebody signed in for them where they had not been seen before. */
  sendNewDevice(em: EntityManager, record: Recorder, person: PersonView, { browser, system }: Device): Promise<void> {
    const device = [browser, system].filter((name) => name !== '').join(', ') || fillText(unknownDevice, person.language);
    return this.send(em, record, person, 'new-device', { device, link: `${this.settings.publicUrl}/account` });
  }

  /** Tells the person what became of their second factor. */
  sendFactor(em: EntityManager, record: Recorder, person: PersonView, news: FactorNews): Promise<void> {
    return this.send(em, record, person, news, { link: `${this.settings.publicUrl}/account` });
  }
}

const securityKinds: Readonly<Partial<Record<LetterKind, NotificationKind>>> = {
  changed: 'security.password-changed',
  'new-device': 'security.new-device',
  'factor-added': 'security.factor-changed',
  'factor-removed': 'security.factor-changed',
  'factor-reset': 'security.factor-changed',
};

/** Who writes, and where to ask; nothing where the academy has neither. */
const footOf = (academy: string, { email, phone, url }: AcademySettings['support']): string => {
  const ways = [email, phone, url].filter((way) => way !== null);
  return ways.length === 0 ? '' : `\n-- \n${academy}\n${ways.join(' · ')}\n`;
};

/** Subject and text, in the four languages, with places to be filled in. */
const letters: Readonly<Record<LetterKind, { subject: ProblemText; text: ProblemText }>> = {
  reset: {
    subject: {
      es: 'Aula: contraseña nueva',
      pt: 'Aula: nova senha',
      en: 'Aula: new password',
      fr: 'Aula : nouveau mot de passe',
    },
    text: {
      es: 'Hola, {name}:\n\nAlguien pidió una contraseña nueva para su cuenta. Si fue usted, abra este enlace en la próxima hora:\n\n{link}\n\nSi no fue usted, no haga nada: su contraseña sigue igual.\n',
      pt: 'Olá, {name}:\n\nAlguém pediu uma nova senha para a sua conta. Se foi você, abra este link na próxima hora:\n\n{link}\n\nSe não foi você, não faça nada: a sua senha continua a mesma.\n',
      en: 'Hello {name},\n\nSomebody asked for a new password for your account. If it was you, open this link within the hour:\n\n{link}\n\nIf it was not you, do nothing: your password stays as it is.\n',
      fr: 'Bonjour {name},\n\nQuelqu’un a demandé un nouveau mot de passe pour votre compte. Si c’est vous, ouvrez ce lien dans l’heure :\n\n{link}\n\nSi ce n’est pas vous, ne faites rien : votre mot de passe ne change pas.\n',
    },
  },
  invitation: {
    subject: {
      es: 'Aula: su cuenta está lista',
      pt: 'Aula: a sua conta está pronta',
      en: 'Aula: your account is ready',
      fr: 'Aula : votre compte est prêt',
    },
    text: {
      es: 'Hola, {name}:\n\nSu cuenta en la academia está lista. Elija su contraseña con este enlace en los próximos siete días:\n\n{link}\n',
      pt: 'Olá, {name}:\n\nA sua conta na academia está pronta. Escolha a sua senha com este link nos próximos sete dias:\n\n{link}\n',
      en: 'Hello {name},\n\nYour account in the academy is ready. Choose your password with this link within seven days:\n\n{link}\n',
      fr: 'Bonjour {name},\n\nVotre compte à l’académie est prêt. Choisissez votre mot de passe avec ce lien dans les sept jours :\n\n{link}\n',
    },
  },
  changed: {
    subject: {
      es: 'Aula: su contraseña cambió',
      pt: 'Aula: a sua senha mudou',
      en: 'Aula: your password has changed',
      fr: 'Aula : votre mot de passe a changé',
    },
    text: {
      es: 'Hola, {name}:\n\nLa contraseña de su cuenta acaba de cambiar. Si no fue usted, pida una nueva de inmediato en {link} y avise a la administración.\n',
      pt: 'Olá, {name}:\n\nA senha da sua conta acaba de mudar. Se não foi você, peça uma nova imediatamente em {link} e avise a administração.\n',
      en: 'Hello {name},\n\nThe password of your account has just changed. If it was not you, ask for a new one at once at {link} and tell the administration.\n',
      fr: 'Bonjour {name},\n\nLe mot de passe de votre compte vient de changer. Si ce n’est pas vous, demandez-en un nouveau sans attendre sur {link} et prévenez l’administration.\n',
    },
  },
  'new-device': {
    subject: {
      es: 'Aula: entrada desde un dispositivo nuevo',
      pt: 'Aula: entrada a partir de um dispositivo novo',
      en: 'Aula: sign-in from a new device',
      fr: 'Aula : connexion depuis un nouvel appareil',
    },
    text: {
      es: 'Hola, {name}:\n\nAlguien acaba de iniciar sesión en su cuenta desde un dispositivo nuevo: {device}.\n\nSi fue usted, no haga nada. Si no fue usted, cierre esa sesión y cambie su contraseña en {link}, y avise a la administración.\n',
      pt: 'Olá, {name}:\n\nAlguém acaba de entrar na sua conta a partir de um dispositivo novo: {device}.\n\nSe foi você, não faça nada. Se não foi você, encerre essa sessão e mude a sua senha em {link}, e avise a administração.\n',
      en: 'Hello {name},\n\nSomebody has just signed in to your account from a new device: {device}.\n\nIf it was you, do nothing. If it was not you, end that session and change your password at {link}, and tell the administration.\n',
      fr: 'Bonjour {name},\n\nQuelqu’un vient de se connecter à votre compte depuis un nouvel appareil : {device}.\n\nSi c’est vous, ne faites rien. Si ce n’est pas vous, fermez cette session et changez votre mot de passe sur {link}, puis prévenez l’administration.\n',
    },
  },
  'factor-added': {
    subject: {
      es: 'Aula: su cuenta tiene un segundo factor',
      pt: 'Aula: a sua conta tem um segundo fator',
      en: 'Aula: your account has a second factor',
      fr: 'Aula : votre compte a un second facteur',
    },
    text: {
      es: 'Hola, {name}:\n\nSe añadió un segundo factor a su cuenta. Guarde bien sus códigos de recuperación.\n\nSi no fue usted, avise de inmediato a la administración. Su cuenta: {link}\n',
      pt: 'Olá, {name}:\n\nFoi acrescentado um segundo fator à sua conta. Guarde bem os seus códigos de recuperação.\n\nSe não foi você, avise imediatamente a administração. A sua conta: {link}\n',
      en: 'Hello {name},\n\nA second factor was added to your account. Keep your recovery codes in a safe place.\n\nIf it was not you, tell the administration at once. Your account: {link}\n',
      fr: 'Bonjour {name},\n\nUn second facteur a été ajouté à votre compte. Gardez vos codes de secours en lieu sûr.\n\nSi ce n’est pas vous, prévenez l’administration sans attendre. Votre compte : {link}\n',
    },
  },
  'factor-removed': {
    subject: {
      es: 'Aula: se retiró un segundo factor',
      pt: 'Aula: um segundo fator foi retirado',
      en: 'Aula: a second factor was removed',
      fr: 'Aula : un second facteur a été retiré',
    },
    text: {
      es: 'Hola, {name}:\n\nSe retiró un segundo factor de su cuenta. Si no fue usted, cambie su contraseña en {link} y avise de inmediato a la administración.\n',
      pt: 'Olá, {name}:\n\nUm segundo fator foi retirado da sua conta. Se não foi você, mude a sua senha em {link} e avise imediatamente a administração.\n',
      en: 'Hello {name},\n\nA second factor was removed from your account. If it was not you, change your password at {link} and tell the administration at once.\n',
      fr: 'Bonjour {name},\n\nUn second facteur a été retiré de votre compte. Si ce n’est pas vous, changez votre mot de passe sur {link} et prévenez l’administration sans attendre.\n',
    },
  },
  'factor-reset': {
    subject: {
      es: 'Aula: su segundo factor fue restablecido',
      pt: 'Aula: o seu segundo fator foi redefinido',
      en: 'Aula: your second factor was reset',
      fr: 'Aula : votre second facteur a été réinitialisé',
    },
    text: {
      es: 'Hola, {name}:\n\nLa administración quitó los segundos factores de su cuenta y cerró sus sesiones. Inicie sesión con su contraseña y configure uno nuevo: {link}\n\nSi no lo pidió, avise de inmediato a la administración.\n',
      pt: 'Olá, {name}:\n\nA administração retirou os segundos fatores da sua conta e encerrou as suas sessões. Entre com a sua senha e configure um novo: {link}\n\nSe não o pediu, avise imediatamente a administração.\n',
      en: 'Hello {name},\n\nThe administration took the second factors of your account away and ended your sessions. Sign in with your password and set up a new one: {link}\n\nIf you did not ask for it, tell the administration at once.\n',
      fr: 'Bonjour {name},\n\nL’administration a retiré les seconds facteurs de votre compte et fermé vos sessions. Connectez-vous avec votre mot de passe et configurez-en un nouveau : {link}\n\nSi vous ne l’avez pas demandé, prévenez l’administration sans attendre.\n',
    },
  },
};
