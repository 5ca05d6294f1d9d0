import type {
  BankView,
  CourseView,
  EditionView,
  InstitutionView,
  Language,
  PackageView,
  Page,
  QuestionView,
  QuizView,
} from '@aula/contracts';
import { keepPreviousData, queryOptions, useQueries } from '@tanstack/react-query';
import { http } from './http.js';
import { textIn } from './local-text.js';

/** Things of which one is chosen by name, however many there are. */
export interface Things<T extends { id: string }> {
  /** Of their list, which takes `q`; a thing alone is read at `path/id`. */
  path: string;
  /** What of the list there is to choose among. */
  filter?: Readonly<Record<string, string>>;
  words: (thing: T, language: Language) => string;
  /** Whether it may be chosen anew; what is chosen stays so. */
  offered?: (thing: T) => boolean;
}

export const institutions: Things<InstitutionView> = {
  path: '/identity/institutions',
  words: ({ name, code }) => `${name} (${code})`,
};
/** Those that take somebody in. */
export const openInstitutions: Things<InstitutionView> = { ...institutions, offered: ({ closedAt }) => closedAt === null };
export const publishedCourses: Things<CourseView> = {
  path: '/catalog/courses',
  words: ({ code, title }, language) => `${code} · ${textIn(title, language)}`,
  offered: ({ version }) => version !== null,
};
export const editions: Things<EditionView> = { path: '/enrollment/editions', words: ({ title }) => title };
export const banks: Things<BankView> = { path: '/assessment/banks', words: ({ title }) => title };
export const quizzes: Things<QuizView> = { path: '/assessment/quizzes', words: ({ title }, language) => textIn(title, language) };
export const readyPackages: Things<PackageView> = {
  path: '/content/packages',
  filter: { state: 'ready' },
  words: ({ title, fileName }) => (title ? `${title} (${fileName})` : fileName),
};
export const questionsOf = (bankId: string): Things<QuestionView> => ({
  path: `/assessment/banks/${bankId}/questions`,
  words: ({ text }) => text.slice(0, 100),
});

/** The first that `q` finds; while it is being looked for, those that were found before. */
export const foundQuery = <T extends { id: string }>({ path, filter }: Things<T>, q: string) =>
  queryOptions({
    queryKey: [path, 'choice', filter, q],
    queryFn: ({ signal }) => http.get<Page<T>>(path, { ...filter, q, limit: 50 }, signal),
    placeholderData: keepPreviousData,
  });

export const thingQuery = <T extends { id: string }>({ path }: Things<T>, id: string) =>
  queryOptions({ queryKey: [path, id], queryFn: ({ signal }) => http.get<T>(`${path}/${id}`, {}, signal), staleTime: 60_000 });

/** The things with these ids, as far as they have been read. */
export const useThings = <T extends { id: string }>(things: Things<T>, ids: readonly string[]): T[] =>
  useQueries({
    queries: [...new Set(ids)].map((id) => thingQuery(things, id)),
    combine: (read) => read.flatMap(({ data }) => data ?? []),
  });
