import { fillText, type Language, type ProblemText } from '@aula/contracts';

export type LetterKind = 'reset' | 'invitation' | 'changed';

/** Subject and text of the letters about passwords, in the four languages; `{name}` and `{link}` are filled in. */
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
};

/** A letter about a password in the receiver's language. */
export const letterOf = (
  kind: LetterKind,
  language: Language,
  parameters: { name: string; link: string },
): { subject: string; text: string } => ({
  subject: fillText(letters[kind].subject, language),
  text: fillText(letters[kind].text, language, parameters),
});
