import { fillText, inLanguage, type NotificationKind, type ProblemText } from '@aula/contracts';
import { instantIn, numberIn, percentIn, type NotificationParameters, type NotificationRow, type Reader } from './notification.entity.js';
import { roleNames } from './role-name.entity.js';
import { staffWords, type Words } from './staff-words.entity.js';

/** Title and text of a notification for its reader. */
export const worded = ({ kind, parameters }: Pick<NotificationRow, 'kind' | 'parameters'>, reader: Reader) => {
  const { title, text } = words[kind];
  const filling = fillingOf(parameters, reader);
  return { title: fillText(title, reader.language, filling), text: fillText(text, reader.language, filling) };
};

export const kindName = (kind: NotificationKind, { language }: Pick<Reader, 'language'>): string => fillText(words[kind].name, language);

const fillingOf = (parameters: NotificationParameters, reader: Reader): Record<string, string> => {
  const { course, quiz, unit, closesAt, score, passed, role, device, news, decision, file = '', ended } = parameters;
  const { order = '', edition = '', enrolled = 0, leftOut = 0 } = parameters;
  return {
    course: course ? inLanguage(course, reader.language) : '',
    quiz: quiz ? inLanguage(quiz, reader.language) : '',
    unit: unit ? inLanguage(unit, reader.language) : '',
    closes: closesAt ? instantIn(closesAt, reader) : '',
    score: score === undefined ? '' : percentIn(score, reader),
    outcome: passed === undefined ? '' : fillText(passed ? passedText : failedText, reader.language),
    role: fillText(roleNames[role ?? ''] ?? roleNames['officer']!, reader.language),
    device: device === '' || device === undefined ? fillText(unknownDevice, reader.language) : device,
    decision: decision ? fillText(reviewDecisions[decision], reader.language) : '',
    file,
    order,
    edition,
    enrolled: numberIn(enrolled, reader),
    leftOut: numberIn(leftOut, reader),
    ended: ended ? fillText(importEnds[ended], reader.language) : '',
    news: fillText(factorNews[news ?? ''] ?? factorNews['factor-added']!, reader.language),
  };
};

/** What is said of a program that signs in and tells no name. */
export const unknownDevice: ProblemText = {
  es: 'un programa que no conocemos',
  pt: 'um programa que não conhecemos',
  en: 'a program that we do not know',
  fr: 'un programme que nous ne connaissons pas',
};
const passedText: ProblemText = { es: 'Aprobado.', pt: 'Aprovado.', en: 'Passed.', fr: 'Réussi.' };
const failedText: ProblemText = { es: 'No alcanza todavía.', pt: 'Ainda não alcança.', en: 'Not enough yet.', fr: 'Pas encore suffisant.' };
const reviewDecisions: Readonly<Record<'approved' | 'sent-back', ProblemText>> = {
  approved: { es: 'aprobado', pt: 'aprovado', en: 'approved', fr: 'approuvé' },
  'sent-back': { es: 'devuelto con cambios', pt: 'devolvido com alterações', en: 'sent back for changes', fr: 'renvoyé pour modification' },
};
const importEnds: Readonly<Record<'applied' | 'failed', ProblemText>> = {
  applied: { es: 'aplicada', pt: 'aplicada', en: 'applied', fr: 'appliquée' },
  failed: { es: 'no fue posible', pt: 'não foi possível', en: 'not possible', fr: 'impossible' },
};
const factorNews: Readonly<Record<string, ProblemText>> = {
  'factor-added': { es: 'Se añadió', pt: 'Foi acrescentado', en: 'Added', fr: 'Ajouté' },
  'factor-removed': { es: 'Se retiró', pt: 'Foi retirado', en: 'Removed', fr: 'Retiré' },
  'factor-reset': {
    es: 'Lo quitó la administración',
    pt: 'A administração o retirou',
    en: 'Reset by the administration',
    fr: 'Réinitialisé par l’administration',
  },
};

const ifNotYou: ProblemText = {
  es: 'Si no fue usted, cambie su contraseña y avise a la administración.',
  pt: 'Se não foi você, mude a sua senha e avise a administração.',
  en: 'If it was not you, change your password and tell the administration.',
  fr: 'Si ce n’est pas vous, changez votre mot de passe et prévenez l’administration.',
};
const behind = (start: ProblemText): ProblemText => ({
  es: `${start.es} ${ifNotYou.es}`,
  pt: `${start.pt} ${ifNotYou.pt}`,
  en: `${start.en} ${ifNotYou.en}`,
  fr: `${start.fr} ${ifNotYou.fr}`,
});

const words: Readonly<Record<NotificationKind, Words>> = {
  'enrollment.activated': {
    name: { es: 'Inscripción en un curso', pt: 'Inscrição em um curso', en: 'Enrollment in a course', fr: 'Inscription à un cours' },
    title: {
      es: 'Está inscrito en «{course}»',
      pt: 'Você está inscrito em “{course}”',
      en: 'You are enrolled in “{course}”',
      fr: 'Vous êtes inscrit à « {course} »',
    },
    text: {
      es: 'Puede trabajar en él hasta el {closes}.',
      pt: 'Você pode trabalhar nele até {closes}.',
      en: 'You can work on it until {closes}.',
      fr: 'Vous pouvez y travailler jusqu’au {closes}.',
    },
  },
  'deadline.near': {
    name: {
      es: 'Se acerca el cierre de un curso',
      pt: 'O encerramento de um curso está próximo',
      en: 'A course is about to close',
      fr: 'Un cours va bientôt se fermer',
    },
    title: {
      es: '«{course}» cierra pronto',
      pt: '“{course}” encerra em breve',
      en: '“{course}” closes soon',
      fr: '« {course} » ferme bientôt',
    },
    text: {
      es: 'Cierra el {closes}. Lo que falte después ya no cuenta.',
      pt: 'Encerra em {closes}. O que faltar depois já não conta.',
      en: 'It closes on {closes}. What is missing then no longer counts.',
      fr: 'Il ferme le {closes}. Ce qui manque ensuite ne compte plus.',
    },
  },
  'attempt.graded': {
    name: { es: 'Resultado de una prueba', pt: 'Resultado de uma prova', en: 'Result of a quiz', fr: 'Résultat d’une épreuve' },
    title: {
      es: 'Resultado de «{quiz}»: {score}',
      pt: 'Resultado de “{quiz}”: {score}',
      en: 'Result of “{quiz}”: {score}',
      fr: 'Résultat de « {quiz} » : {score}',
    },
    text: { es: '{outcome}', pt: '{outcome}', en: '{outcome}', fr: '{outcome}' },
  },
  'attempt.restored': {
    name: { es: 'Trabajo devuelto', pt: 'Trabalho devolvido', en: 'Work given back', fr: 'Travail rendu' },
    title: {
      es: 'Se le devolvió su trabajo en «{unit}»',
      pt: 'O seu trabalho em “{unit}” foi devolvido',
      en: 'Your work in “{unit}” was given back',
      fr: 'Votre travail dans « {unit} » vous a été rendu',
    },
    text: {
      es: 'Un instructor recuperó un estado anterior. Abra la unidad y continúe.',
      pt: 'Um instrutor recuperou um estado anterior. Abra a unidade e continue.',
      en: 'An instructor brought an earlier state back. Open the unit and go on.',
      fr: 'Un instructeur a rétabli un état antérieur. Ouvrez l’unité et continuez.',
    },
  },
  'completion.recorded': {
    name: { es: 'Curso completado', pt: 'Curso concluído', en: 'Course completed', fr: 'Cours terminé' },
    title: {
      es: 'Completó «{course}»',
      pt: 'Você concluiu “{course}”',
      en: 'You completed “{course}”',
      fr: 'Vous avez terminé « {course} »',
    },
    text: {
      es: 'Su certificado se emite en seguida, si el curso lo da.',
      pt: 'O seu certificado é emitido em seguida, se o curso o oferece.',
      en: 'Your certificate is issued next, if the course gives one.',
      fr: 'Votre certificat est délivré ensuite, si le cours en prévoit un.',
    },
  },
  'credential.issued': {
    name: { es: 'Certificado emitido', pt: 'Certificado emitido', en: 'Certificate issued', fr: 'Certificat délivré' },
    title: {
      es: 'Su certificado de «{course}» está listo',
      pt: 'O seu certificado de “{course}” está pronto',
      en: 'Your certificate of “{course}” is ready',
      fr: 'Votre certificat de « {course} » est prêt',
    },
    text: {
      es: 'Puede descargarlo, imprimirlo y compartirlo.',
      pt: 'Você pode baixá-lo, imprimi-lo e compartilhá-lo.',
      en: 'You can download, print and share it.',
      fr: 'Vous pouvez le télécharger, l’imprimer et le partager.',
    },
  },
  'credential.revoked': {
    name: { es: 'Certificado revocado', pt: 'Certificado revogado', en: 'Certificate revoked', fr: 'Certificat révoqué' },
    title: {
      es: 'Su certificado de «{course}» fue revocado',
      pt: 'O seu certificado de “{course}” foi revogado',
      en: 'Your certificate of “{course}” was revoked',
      fr: 'Votre certificat de « {course} » a été révoqué',
    },
    text: {
      es: 'El motivo está junto al certificado.',
      pt: 'O motivo está junto ao certificado.',
      en: 'The reason stands with the certificate.',
      fr: 'Le motif figure avec le certificat.',
    },
  },
  'grant.given': {
    name: { es: 'Función nueva', pt: 'Função nova', en: 'New role', fr: 'Nouvelle fonction' },
    title: {
      es: 'Tiene una función nueva: {role}',
      pt: 'Você tem uma função nova: {role}',
      en: 'You have a new role: {role}',
      fr: 'Vous avez une nouvelle fonction : {role}',
    },
    text: {
      es: 'El menú muestra lo que puede hacer con ella.',
      pt: 'O menu mostra o que você pode fazer com ela.',
      en: 'The menu shows what you can do with it.',
      fr: 'Le menu montre ce qu’elle vous permet.',
    },
  },
  'security.new-device': {
    name: {
      es: 'Entrada desde un dispositivo nuevo',
      pt: 'Entrada a partir de um dispositivo novo',
      en: 'Sign-in from a new device',
      fr: 'Connexion depuis un nouvel appareil',
    },
    title: {
      es: 'Entrada desde un dispositivo nuevo: {device}',
      pt: 'Entrada a partir de um dispositivo novo: {device}',
      en: 'Sign-in from a new device: {device}',
      fr: 'Connexion depuis un nouvel appareil : {device}',
    },
    text: ifNotYou,
  },
  'security.factor-changed': {
    name: {
      es: 'Cambio de su segundo factor',
      pt: 'Mudança do seu segundo fator',
      en: 'Change of your second factor',
      fr: 'Changement de votre second facteur',
    },
    title: {
      es: 'Su segundo factor cambió',
      pt: 'O seu segundo fator mudou',
      en: 'Your second factor changed',
      fr: 'Votre second facteur a changé',
    },
    text: behind({ es: '{news}.', pt: '{news}.', en: '{news}.', fr: '{news}.' }),
  },
  'security.password-changed': {
    name: {
      es: 'Cambio de su contraseña',
      pt: 'Mudança da sua senha',
      en: 'Change of your password',
      fr: 'Changement de votre mot de passe',
    },
    title: { es: 'Su contraseña cambió', pt: 'A sua senha mudou', en: 'Your password changed', fr: 'Votre mot de passe a changé' },
    text: ifNotYou,
  },
  ...staffWords,
};
