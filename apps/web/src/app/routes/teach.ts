import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { withStaffTexts } from '../../lib/i18n.js';
import { AreaDoor } from '../layout/AreaDoor.js';
import { signedInRoute } from './root.js';
import { editionsSearch, rosterRoutes } from './roster-routes.js';

const screens = () => import('../../features/teach/screens.js');
const markingScreens = () => import('../../features/marking/screens.js');
const resultScreens = () => import('../../features/results/screens.js');
const roster = () => import('../../features/roster/screens.js');
const supportScreens = () => import('../../features/support/screens.js');

const teachRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/teach',
  beforeLoad: withStaffTexts,
  component: () => AreaDoor({ area: 'teach' }),
});
const getParentRoute = () => teachRoute;

/** The language that a preview speaks. */
const previewSearch = ({ language }: Record<string, unknown>): { language?: string } => (typeof language === 'string' ? { language } : {});

interface MarkingSearch {
  quiz?: string;
  edition?: string;
  state?: 'waiting' | 'elsewhere' | 'marked' | 'mine';
  done?: boolean;
}

interface LearnersSearch {
  reached: 'enrolled' | 'begun' | 'finished' | 'completed';
  unit?: string;
}
interface AttemptsSearch {
  passed?: 'true' | 'false';
  from?: number;
  to?: number;
  best?: 'true';
  latest?: 'started' | 'handed-in';
}
interface AnswersSearch {
  answered?: 'right' | 'partly' | 'wrong' | 'blank';
  taken?: number;
}

// a list of its own: routes made within the call below would lose their types
const pages = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => redirect({ to: '/teach/courses', throw: true }),
  }),
  createRoute({ getParentRoute, path: '/courses', component: lazyRouteComponent(screens, 'Courses') }),
  createRoute({ getParentRoute, path: '/courses/new', component: lazyRouteComponent(screens, 'NewCourse') }),
  createRoute({ getParentRoute, path: '/courses/$courseId', component: lazyRouteComponent(screens, 'CourseEditor') }),
  createRoute({ getParentRoute, path: '/courses/$courseId/units/$unitId', component: lazyRouteComponent(screens, 'UnitPage') }),
  createRoute({ getParentRoute, path: '/courses/$courseId/texts', component: lazyRouteComponent(screens, 'Texts') }),
  createRoute({ getParentRoute, path: '/courses/$courseId/review', component: lazyRouteComponent(screens, 'Review') }),
  createRoute({ getParentRoute, path: '/courses/$courseId/history', component: lazyRouteComponent(screens, 'History') }),
  createRoute({
    getParentRoute,
    path: '/courses/$courseId/preview',
    validateSearch: previewSearch,
    component: lazyRouteComponent(screens, 'CoursePreview'),
  }),
  createRoute({
    getParentRoute,
    path: '/courses/$courseId/preview/$unitId',
    validateSearch: previewSearch,
    component: lazyRouteComponent(screens, 'UnitPreview'),
  }),
  createRoute({ getParentRoute, path: '/reviews', component: lazyRouteComponent(screens, 'WaitingReviews') }),
  createRoute({
    getParentRoute,
    path: '/packages',
    validateSearch: ({ state }: Record<string, unknown>): { state?: 'refused' } => (state === 'refused' ? { state } : {}),
    component: lazyRouteComponent(screens, 'Packages'),
  }),
  createRoute({ getParentRoute, path: '/packages/$packageId', component: lazyRouteComponent(screens, 'Package') }),
  createRoute({ getParentRoute, path: '/packages/$packageId/versions', component: lazyRouteComponent(screens, 'PackageVersions') }),
  createRoute({ getParentRoute, path: '/banks', component: lazyRouteComponent(screens, 'Banks') }),
  createRoute({ getParentRoute, path: '/banks/$bankId', component: lazyRouteComponent(screens, 'Bank') }),
  createRoute({ getParentRoute, path: '/quizzes', component: lazyRouteComponent(screens, 'Quizzes') }),
  createRoute({ getParentRoute, path: '/quizzes/$quizId', component: lazyRouteComponent(screens, 'QuizBuilder') }),
  createRoute({
    getParentRoute,
    path: '/marking',
    validateSearch: ({ quiz, edition, state, done }): MarkingSearch => ({
      ...(typeof quiz === 'string' && typeof edition === 'string' && { quiz, edition }),
      ...((state === 'elsewhere' || state === 'marked' || state === 'mine') && { state }),
      ...(done === true && { done }),
    }),
    component: lazyRouteComponent(markingScreens, 'MarkingQueue'),
  }),
  createRoute({
    getParentRoute,
    path: '/marking/$attemptId/$number',
    validateSearch: ({ quiz, edition }): { quiz?: string; edition?: string } => ({
      ...(typeof quiz === 'string' && typeof edition === 'string' && { quiz, edition }),
    }),
    component: lazyRouteComponent(markingScreens, 'MarkEssay'),
  }),
  createRoute({ getParentRoute, path: '/results', component: lazyRouteComponent(resultScreens, 'ResultEditions') }),
  createRoute({ getParentRoute, path: '/results/$editionId', component: lazyRouteComponent(resultScreens, 'EditionQuizzes') }),
  createRoute({
    getParentRoute,
    path: '/results/$editionId/learners',
    validateSearch: ({ reached, unit }): LearnersSearch => ({
      reached: reached === 'begun' || reached === 'finished' || reached === 'completed' ? reached : 'enrolled',
      ...(typeof unit === 'string' && { unit }),
    }),
    component: lazyRouteComponent(resultScreens, 'ResultLearners'),
  }),
  createRoute({
    getParentRoute,
    path: '/results/$editionId/$unitId/questions/$questionId',
    validateSearch: ({ answered, taken }): AnswersSearch => ({
      ...((answered === 'right' || answered === 'partly' || answered === 'wrong' || answered === 'blank') && { answered }),
      ...(typeof taken === 'number' && { taken }),
    }),
    component: lazyRouteComponent(resultScreens, 'QuestionPeople'),
  }),
  createRoute({
    getParentRoute,
    path: '/results/$editionId/$unitId',
    validateSearch: ({ passed, from, to, best, latest }): AttemptsSearch => ({
      ...((passed === 'true' || passed === 'false') && { passed }),
      ...(typeof from === 'number' && typeof to === 'number' && { from, to }),
      ...(best === 'true' && { best }),
      ...((latest === 'started' || latest === 'handed-in') && { latest }),
    }),
    component: lazyRouteComponent(resultScreens, 'QuizOutcome'),
  }),
  createRoute({
    getParentRoute,
    path: '/editions',
    validateSearch: editionsSearch,
    component: lazyRouteComponent(roster, 'EditionsInReach'),
  }),
  ...rosterRoutes(getParentRoute),
  createRoute({ getParentRoute, path: '/editions/$editionId/questions', component: lazyRouteComponent(supportScreens, 'Questions') }),
  createRoute({
    getParentRoute,
    path: '/attempts',
    validateSearch: ({ edition, enrollment }): { edition?: string; enrollment?: string } => ({
      ...(typeof edition === 'string' && { edition }),
      ...(typeof enrollment === 'string' && { enrollment }),
    }),
    component: lazyRouteComponent(supportScreens, 'Attempts'),
  }),
  createRoute({ getParentRoute, path: '/attempts/$attemptId', component: lazyRouteComponent(supportScreens, 'Attempt') }),
  createRoute({ getParentRoute, path: '/attempts/$attemptId/states/$point', component: lazyRouteComponent(supportScreens, 'GiveBack') }),
] as const;

export const teachRoutes = teachRoute.addChildren([...pages]);
