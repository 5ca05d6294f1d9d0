import { inLanguage, type CompletionRule, type Language, type LocalText } from '@aula/contracts';

/** A course version as the catalogue publishes it. */
export interface CourseVersion {
  readonly id: string;
  readonly title: LocalText;
  readonly summary: LocalText | null;
  readonly hours: number;
  readonly languages: readonly Language[];
  readonly completion: CompletionRule;
}
/** A unit that the completion rule asks for. */
export interface CountedUnit {
  readonly kind: string;
  readonly title: LocalText;
}
/** What is certified, in one language. */
export interface AchievementText {
  readonly language: Language;
  readonly issuer: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
}

/** The network whose academy issues; the same words stand on the certificate. */
export const networkName: Readonly<Record<Language, string>> = {
  es: 'Red Interamericana de Desarrollo y Profesionalización Policial',
  pt: 'Rede Interamericana de Desenvolvimento e Profissionalização Policial',
  en: 'Inter-American Network for Police Development and Professionalization',
  fr: 'Réseau interaméricain de développement et de professionnalisation policière',
};

/** BCP 47 tags: the texts in Portuguese are Brazil's. */
export const localeOf = (language: Language): string => (language === 'pt' ? 'pt-BR' : language);

/** The course's main language: the first of its languages that has the title, else the first language with a title. */
export const mainLanguage = ({ languages, title }: Pick<CourseVersion, 'languages' | 'title'>): Language =>
  [...languages, ...(Object.keys(title) as Language[])].find((language) => title[language] !== undefined) ?? 'es';

const longestDescription = 1_000;
const mostTitles = 12;

/** The words of a credential: title, hours and summary, and the rule that was met, in the course's main language. */
export const achievementText = (version: CourseVersion, units: readonly CountedUnit[]): AchievementText => {
  const language = mainLanguage(version);
  const name = plain(inLanguage(version.title, language));
  const summary = version.summary === null ? '' : shortened(plain(inLanguage(version.summary, language)));
  return {
    language,
    issuer: networkName[language],
    name,
    description: [hoursText(version.hours, language), summary].filter((part) => part !== '').join('. ') || name,
    criteria: criteriaText(version.completion, units, language),
  };
};

/** "40 horas"; '' for none. */
export const hoursText = (hours: number, language: Language): string => {
  if (hours <= 0) return '';
  const [one, many] = hourWords[language];
  const number = new Intl.NumberFormat(localeOf(language), { useGrouping: false, maximumFractionDigits: 2 }).format(hours);
  return `${number} ${hours === 1 ? one : many}`;
};

/** The hours that a signed description begins with; null without. */
export const hoursIn = (description: string): number | null => {
  const written = /^(\d+(?:[.,]\d+)?) (?:horas?|hours?|heures?)(?:\.|$)/.exec(description)?.[1];
  return written === undefined ? null : Number(written.replace(',', '.'));
};

const hourWords: Readonly<Record<Language, readonly [string, string]>> = {
  es: ['hora', 'horas'],
  pt: ['hora', 'horas'],
  en: ['hour', 'hours'],
  fr: ['heure', 'heures'],
};

const criteriaText = ({ minimumScore }: CompletionRule, units: readonly CountedUnit[], language: Language): string => {
  const words = criteriaWords[language];
  const has = (kind: string): boolean => units.some((unit) => unit.kind === kind);
  const score = minimumScore === null || minimumScore === undefined ? undefined : percent(minimumScore, language);
  const quizzes = score === undefined ? words.passed : words.scored(score);
  return [words.completed(unitsText(units, language)), has('quiz') ? quizzes : '', has('session') ? words.attended : '']
    .filter((part) => part !== '')
    .join(' ');
};

/** The units by name when they are few, else their number. */
const unitsText = (units: readonly CountedUnit[], language: Language): string => {
  const { counted, quoted } = criteriaWords[language];
  if (units.length === 0 || units.length > mostTitles) return counted(units.length);
  const titles = units.map(({ title }) => quoted(plain(inLanguage(title, language))));
  return `${counted(units.length)}: ${new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(titles)}`;
};

const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(share);

interface CriteriaWords {
  readonly completed: (units: string) => string;
  readonly counted: (count: number) => string;
  readonly quoted: (title: string) => string;
  readonly passed: string;
  readonly scored: (score: string) => string;
  readonly attended: string;
}
const either = (count: number, none: string, one: string, many: string): string => (count === 0 ? none : count === 1 ? one : many);
const criteriaWords: Readonly<Record<Language, CriteriaWords>> = {
  es: {
    completed: (units) => `Completó ${units}.`,
    counted: (count) => either(count, 'lo que el curso exige', 'la unidad exigida', `las ${count} unidades exigidas`),
    quoted: (title) => `«${title}»`,
    passed: 'Aprobó cada prueba según el puntaje mínimo de la prueba.',
    scored: (score) => `Obtuvo al menos el ${score} en cada prueba.`,
    attended: 'Asistió a las sesiones.',
  },
  pt: {
    completed: (units) => `Concluiu ${units}.`,
    counted: (count) => either(count, 'o que o curso exige', 'a unidade exigida', `as ${count} unidades exigidas`),
    quoted: (title) => `“${title}”`,
    passed: 'Foi aprovado em cada prova segundo a nota mínima da prova.',
    scored: (score) => `Obteve pelo menos ${score} em cada prova.`,
    attended: 'Participou das sessões.',
  },
  en: {
    completed: (units) => `Completed ${units}.`,
    counted: (count) => either(count, 'what the course requires', 'the required unit', `the ${count} required units`),
    quoted: (title) => `“${title}”`,
    passed: 'Passed each quiz by the quiz’s own passing score.',
    scored: (score) => `Scored at least ${score} in each quiz.`,
    attended: 'Attended the sessions.',
  },
  fr: {
    completed: (units) => `A achevé ${units}.`,
    counted: (count) => either(count, 'ce que le cours exige', 'l’unité exigée', `les ${count} unités exigées`),
    quoted: (title) => `« ${title} »`,
    passed: 'A réussi chaque test selon le score minimal du test.',
    scored: (score) => `A obtenu au moins ${score} à chaque test.`,
    attended: 'A participé aux séances.',
  },
};

/** Text that may be signed: one line, no control characters nor turns of direction (they mislead readers), no half characters. */
const plain = (text: string): string =>
  wellFormed(text)
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

const shortened = (text: string): string => {
  if (text.length <= longestDescription) return text;
  const cut = text.slice(0, longestDescription);
  return `${wellFormed(cut.slice(0, Math.max(cut.lastIndexOf(' '), longestDescription - 100)))}…`;
};

/** Halves of surrogate pairs become U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
