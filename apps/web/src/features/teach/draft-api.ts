import type {
  CourseDifferencesView,
  CourseRestorationCreate,
  CourseRestored,
  CourseReviewView,
  CourseTextPut,
  CourseTextsView,
  Page,
  PageRenderingView,
  QuizView,
  ReviewCommentCreate,
  ReviewDecision,
  ReviewerView,
  UnitView,
} from '@aula/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { coursesPath, quizzesPath } from './api.js';

const partOf = (courseId: string, part: string) => `${coursesPath}/${courseId}/${part}`;

export const unitQuery = (courseId: string, id: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'units', id],
    queryFn: ({ signal }) => http.get<UnitView>(partOf(courseId, `units/${id}`), {}, signal),
  });
export const putBackUnit = (courseId: string, id: string) => http.post<UnitView>(partOf(courseId, `units/${id}/restoration`));

/** What a page that is being written will look like. */
export const renderingQuery = (courseId: string, body: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'rendering', body],
    queryFn: ({ signal }) => http.post<PageRenderingView>(partOf(courseId, 'page-renderings'), { body: { body }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

export const textsQuery = (courseId: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'texts'],
    queryFn: ({ signal }) => http.get<CourseTextsView>(partOf(courseId, 'texts'), {}, signal),
  });
export const writeText = (courseId: string, text: CourseTextPut) => http.put<CourseTextsView>(partOf(courseId, 'texts'), text);

export const reviewsQuery = (courseId: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'reviews'],
    queryFn: ({ signal }) => http.get<Page<CourseReviewView>>(partOf(courseId, 'reviews'), {}, signal),
  });
export const waitingReviewsPath = '/catalog/reviews';
/** Up to 200 people who may review the course, by name. */
export const reviewersQuery = (courseId: string, q: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'reviewers', q],
    queryFn: ({ signal }) => http.get<Page<ReviewerView>>(partOf(courseId, 'reviewers'), { q, limit: 200 }, signal),
    placeholderData: keepPreviousData,
  });
export const askForReview = (courseId: string, { note, reviewerId }: { note: string; reviewerId: string }, key: string) =>
  http.post<unknown>(partOf(courseId, 'reviews'), { body: { note: note.trim() || null, reviewerId: reviewerId || null }, key });
export const comment = (courseId: string, reviewId: string, wish: ReviewCommentCreate, key: string) =>
  http.post<unknown>(partOf(courseId, `reviews/${reviewId}/comments`), { body: wish, key });
export const decide = (courseId: string, reviewId: string, decision: ReviewDecision) =>
  http.post<unknown>(partOf(courseId, `reviews/${reviewId}/decision`), { body: decision });
export const withdrawReview = (courseId: string, reviewId: string) =>
  http.post<unknown>(partOf(courseId, `reviews/${reviewId}/withdrawal`));

/** `from` '': everything is new. */
export const courseDifferencesQuery = (courseId: string, from: string, to: string) =>
  queryOptions({
    queryKey: [coursesPath, courseId, 'differences', from, to],
    queryFn: ({ signal }) => http.get<CourseDifferencesView>(partOf(courseId, 'differences'), { from, to }, signal),
  });
export const restore = (courseId: string, wish: CourseRestorationCreate, key: string) =>
  http.post<CourseRestored>(partOf(courseId, 'restorations'), { body: wish, key });

export const quizQuery = (id: string) =>
  queryOptions({ queryKey: [quizzesPath, id], queryFn: ({ signal }) => http.get<QuizView>(`${quizzesPath}/${id}`, {}, signal) });
