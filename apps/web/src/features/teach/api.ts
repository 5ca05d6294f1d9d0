import type {
  BankCreate,
  BankView,
  CompletionRule,
  CourseChange,
  CourseCreate,
  CourseFileView,
  CourseVersionView,
  CourseView,
  LaunchView,
  PackageView,
  Page,
  PreviewCreate,
  PublicationView,
  QuestionCreate,
  QuestionImportView,
  QuestionTagList,
  QuestionView,
  QuizPreview,
  QuizView,
  QuizWish,
  UnitChange,
  UnitCreate,
  UnitView,
  UploadView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { type Upload, upload } from '../../lib/upload.js';

export const packagesPath = '/content/packages';
export const uploadsPath = '/content/uploads';
export const coursesPath = '/catalog/courses';
export const banksPath = '/assessment/banks';
export const quizzesPath = '/assessment/quizzes';
export const questionsPath = (bankId: string) => `${banksPath}/${bankId}/questions`;

/** An id as the server gives it back. */
interface Made {
  id: string;
}
const busyPackage = (each: PackageView | undefined): boolean => each?.state === 'queued' || each?.state === 'unpacking';

export const packageQuery = (id: string) =>
  queryOptions({
    queryKey: [packagesPath, id],
    queryFn: ({ signal }) => http.get<PackageView>(`${packagesPath}/${id}`, {}, signal),
    refetchInterval: ({ state }) => (busyPackage(state.data) ? 1_000 : false),
  });
export const removePackage = (id: string) => http.delete(`${packagesPath}/${id}`);
export const uploadsQuery = queryOptions({
  queryKey: [uploadsPath],
  queryFn: ({ signal }) => http.get<Page<UploadView>>(uploadsPath, {}, signal),
});
/** An upload that has arrived, until it is a package. */
export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: [uploadsPath, id],
    queryFn: ({ signal }) => http.get<UploadView>(`${uploadsPath}/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.packageId ? false : 1_000),
  });
export const discardUpload = (id: string) => http.delete(`${uploadsPath}/${id}`, { 'tus-resumable': '1.0.0' });
export const preview = (wish: PreviewCreate) => http.post<LaunchView>('/content/previews', { body: wish });

export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: [coursesPath, id],
    queryFn: ({ signal }) => http.get<CourseView>(`${coursesPath}/${id}`, {}, signal),
  });
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [coursesPath, id, 'versions'],
    queryFn: ({ signal }) => http.get<Page<CourseVersionView>>(`${coursesPath}/${id}/versions`, {}, signal),
  });
export const createCourse = (course: CourseCreate, key: string) => http.post<Made>(coursesPath, { body: course, key });
/** `revision`: the one that a change builds on; another there by now is a conflict. */
const onRevision = (revision: number | undefined) => (revision === undefined ? {} : { headers: { 'if-match': `"${String(revision)}"` } });
export const changeCourse = (id: string, change: CourseChange, revision?: number) =>
  http.patch<CourseView>(`${coursesPath}/${id}`, change, onRevision(revision));
export const addUnit = (courseId: string, unit: UnitCreate, key: string) =>
  http.post<Made>(`${coursesPath}/${courseId}/units`, { body: unit, key });
export const changeUnit = (courseId: string, id: string, change: UnitChange, revision: number | undefined) =>
  http.patch<UnitView>(`${coursesPath}/${courseId}/units/${id}`, change, onRevision(revision));
export const removeUnit = (courseId: string, id: string) => http.delete(`${coursesPath}/${courseId}/units/${id}`);
export const orderUnits = (courseId: string, unitIds: string[]) => http.put<unknown>(`${coursesPath}/${courseId}/unit-order`, { unitIds });
export const setCompletion = (courseId: string, rule: CompletionRule, revision: number | undefined) =>
  http.put<CourseView>(`${coursesPath}/${courseId}/completion`, { rule }, onRevision(revision));
export const publish = (courseId: string, key: string) => http.post<PublicationView>(`${coursesPath}/${courseId}/publications`, { key });
export const sendFile = (courseId: string, file: Upload) => upload<CourseFileView>(`${coursesPath}/${courseId}/files`, file);

export const bankQuery = (id: string) =>
  queryOptions({ queryKey: [banksPath, id], queryFn: ({ signal }) => http.get<BankView>(`${banksPath}/${id}`, {}, signal) });
export const createBank = (bank: BankCreate, key: string) => http.post<Made>(banksPath, { body: bank, key });
export const addQuestion = (bankId: string, question: QuestionCreate, key: string) =>
  http.post<QuestionView>(questionsPath(bankId), { body: question, key });
export const changeQuestion = (bankId: string, id: string, question: QuestionCreate) =>
  http.put<QuestionView>(`${questionsPath(bankId)}/${id}`, question);
export const retireQuestion = (bankId: string, id: string, retired: boolean): Promise<unknown> => {
  const path = `${questionsPath(bankId)}/${id}/retirement`;
  return retired ? http.post(path) : http.delete(path);
};
export const tagsQuery = (bankId: string) =>
  queryOptions({
    queryKey: [banksPath, bankId, 'tags'],
    queryFn: ({ signal }) => http.get<QuestionTagList>(`${banksPath}/${bankId}/tags`, {}, signal),
  });
export const sendQuestions = (bankId: string, file: Upload) => upload<Made>(`${banksPath}/${bankId}/imports`, file);
export const questionImportQuery = (bankId: string, id: string) =>
  queryOptions({
    queryKey: [banksPath, bankId, 'imports', id],
    queryFn: ({ signal }) => http.get<QuestionImportView>(`${banksPath}/${bankId}/imports/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1_000),
  });

export const createQuiz = (quiz: QuizWish, key: string) => http.post<Made>(quizzesPath, { body: quiz, key });
export const quizQuery = (id: string) =>
  queryOptions({
    queryKey: [quizzesPath, id],
    queryFn: ({ signal }) => http.get<QuizView>(`${quizzesPath}/${id}`, {}, signal),
  });
export const changeQuiz = (id: string, quiz: QuizWish) => http.put<QuizView>(`${quizzesPath}/${id}`, quiz);
export const copyQuiz = (id: string, key: string) => http.post<Made>(`${quizzesPath}/${id}/copies`, { key });
export const previewQuiz = (quiz: QuizWish) => http.post<QuizPreview>('/assessment/quiz-previews', { body: quiz });
