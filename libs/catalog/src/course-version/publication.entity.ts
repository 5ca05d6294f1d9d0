import {
  inLanguage,
  type CompletionRule,
  type Language,
  type LocalText,
  type ProblemCode,
  type ProblemParameters,
  type UnitContent,
  type UnitView,
} from '@aula/contracts';
import { counts } from '../course/course.entity.js';
import { picturesIn } from '../unit/page.entity.js';
import { entriesOf } from '../unit/unit.entity.js';

/** What a draft must have around it to be published: which packages are ready and which quizzes exist. */
export interface Neighbours {
  readyPackages: ReadonlySet<string>;
  quizzes: ReadonlySet<string>;
}
interface Draft {
  title: LocalText;
  languages: readonly Language[];
  completion: CompletionRule;
}
export interface Missing {
  path: string;
  code: ProblemCode;
  parameters: ProblemParameters;
}

/** Everything that keeps a draft from being published; nothing when it may be. */
export const missingFor = (course: Draft, units: readonly UnitView[], neighbours: Neighbours): Missing[] => {
  const languages = course.languages.join(', ');
  const untitled = !titled(course.title, course.languages);
  return [
    ...(untitled ? [{ path: 'title', code: 'catalog.course-without-title' as const, parameters: { languages } }] : []),
    ...(units.length === 0 ? [{ path: 'units', code: 'catalog.course-without-units' as const, parameters: {} }] : []),
    ...units.flatMap((unit) => missingOf(unit, course.languages, neighbours)),
    ...(units.length > 0 && !restsOnProof(course.completion, units)
      ? [{ path: 'completion', code: 'catalog.completion-without-proof' as const, parameters: {} }]
      : []),
  ];
};

/** A certificate needs what the server graded or a person attended (DESIGN, law 8): content in a browser is evidence, not proof. */
const restsOnProof = (rule: CompletionRule, units: readonly UnitView[]): boolean =>
  units.some((unit) => (unit.kind === 'quiz' || unit.kind === 'session') && counts(rule, unit));

const titled = (title: LocalText, languages: readonly Language[]): boolean => languages.some((language) => title[language] !== undefined);

const missingOf = (unit: UnitView, languages: readonly Language[], neighbours: Neighbours): Missing[] => {
  const parameters = { position: unit.position, languages: languages.join(', '), title: inLanguage(unit.title, languages[0]!) };
  const at = (part: string, code: ProblemCode, more: ProblemParameters = {}): Missing => ({
    path: `units.${unit.id}.${part}`,
    code,
    parameters: { ...parameters, ...more },
  });
  const title = titled(unit.title, languages) ? [] : [at('title', 'catalog.unit-without-title')];
  const offered = languages.some((language) => hasContent(unit.contents[language]));
  const lacking = lackOf[unit.kind];
  const broken = entriesOf(unit.contents).flatMap(([language, { packageId, quizId }]) => {
    if (packageId && !neighbours.readyPackages.has(packageId))
      return [at(`contents.${language}`, 'catalog.package-not-ready', { language })];
    return quizId && !neighbours.quizzes.has(quizId) ? [at(`contents.${language}`, 'catalog.quiz-missing', { language })] : [];
  });
  const mute = entriesOf(unit.contents).flatMap(([language, { body }]) =>
    body === undefined || unit.kind !== 'page'
      ? []
      : picturesIn(body)
          .filter(({ described }) => !described)
          .map(({ line }) => at(`contents.${language}.body`, 'catalog.image-without-alt', { language, line })),
  );
  return [...title, ...mute, ...(lacking && !offered ? [at('contents', lacking)] : []), ...broken];
};

const lackOf: Readonly<Record<UnitView['kind'], ProblemCode | undefined>> = {
  scorm: 'catalog.unit-without-package',
  quiz: 'catalog.unit-without-quiz',
  page: 'catalog.page-empty',
  video: 'catalog.unit-without-file',
  file: 'catalog.unit-without-file',
  session: undefined,
};

const hasContent = (content: UnitContent | undefined): boolean =>
  Object.values(content ?? {}).some((value) => value !== undefined && value.trim() !== '');
