import { fillText } from './problems.js';
import type { ProblemText } from './problems/text.js';
import { inLanguage, type Language, type LocalNote, type LocalText } from './text.js';

/** What a reminder tells one learner. */
export interface ReminderWords {
  /** Who writes: the academy's name in the learner's language. */
  academy: string;
  name: string;
  courseTitle: LocalText;
  progress: number;
  missing: number;
  deadline: string;
  timeZone: string;
  note: LocalNote;
  link: string;
}

const subject: ProblemText = {
  es: '{academy}: su curso «{course}» le espera',
  pt: '{academy}: o seu curso “{course}” espera por você',
  en: '{academy}: your course “{course}” is waiting',
  fr: '{academy} : votre cours « {course} » vous attend',
};
const text: ProblemText = {
  es: 'Hola, {name}:\n\nLleva hecho el {percent} del curso «{course}». Unidades que le faltan: {missing}. Puede terminarlo hasta el {deadline} ({timeZone}).\n{note}\nSiga donde lo dejó:\n\n{link}\n',
  pt: 'Olá, {name}:\n\nVocê já fez {percent} do curso “{course}”. Unidades que faltam: {missing}. Pode concluí-lo até {deadline} ({timeZone}).\n{note}\nContinue de onde parou:\n\n{link}\n',
  en: 'Hello {name},\n\nYou have done {percent} of the course “{course}”. Units still to do: {missing}. You can finish it until {deadline} ({timeZone}).\n{note}\nGo on where you left off:\n\n{link}\n',
  fr: 'Bonjour {name},\n\nVous avez fait {percent} du cours « {course} ». Unités restantes : {missing}. Vous pouvez le terminer jusqu’au {deadline} ({timeZone}).\n{note}\nReprenez où vous en étiez :\n\n{link}\n',
};
const locales = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' } as const;

/** The letter in the learner's language; instants in the time zone of the edition. A note in another language stands for none in theirs. */
export const reminderLetter = (language: Language, words: ReminderWords): { subject: string; text: string } => {
  const { academy, name, progress, missing, timeZone, link } = words;
  const locale = locales[language];
  const note = inLanguage(words.note, language);
  const places = {
    ...{ academy, name, missing, timeZone, link },
    course: inLanguage(words.courseTitle, language),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(progress),
    deadline: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(words.deadline)),
    note: note === '' ? '' : `\n${note}\n`,
  };
  return { subject: fillText(subject, language, places), text: fillText(text, language, places) };
};
