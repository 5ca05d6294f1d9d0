import { password, type Account } from './accounts.js';
import type { LivedIn } from './lived-in.js';
import { factorMissing, heldElsewhere, secondStep, sessionEnded } from './interrupted.js';
import { foldOut, play, tunnel, type Screen } from './screen.js';
import { tourOfStaff } from './tour-of-staff.js';

/** Every screen of every role. */
export const tour = (made: LivedIn): Record<'visitor' | Account, Screen[]> => {
  const learning = (enrollment: string, unit?: string): string => `/learning/${enrollment}${unit ? `/units/${unit}` : ''}`;
  const attempt = (id: string): string => `${learning(made.enrolled.running, made.quizUnitId)}/attempts/${id}`;
  const question = (number: number): Screen => ({
    name: `attempt-question-${String(number)}`,
    path: attempt(made.attempt.id),
    prepare: (page) =>
      page
        .locator('main ol button')
        .nth(number - 1)
        .click(),
  });
  return {
    ...tourOfStaff(made),
    visitor: [
      { name: 'door', path: '/', prepare: foldOut },
      { name: 'password', path: '/password' },
      { name: 'password-code', path: '/password?code=an-old-code' },
      { name: 'catalogue', path: '/catalogue?when=open' },
      { name: 'catalogue-nothing', path: '/catalogue?q=zzzz' },
      { name: 'catalogue-course', path: `/catalogue/${made.courseId}` },
      { name: 'verify-any', path: '/v' },
      { name: 'verify-in-force', path: `/v/${made.inForce}` },
      { name: 'verify-revoked', path: `/v/${made.revoked}` },
      { name: 'verify-unknown', path: '/v/0123456789abcdef0123456789abcdef' },
      { name: 'numbers', path: '/numbers' },
      { name: 'unsubscribe', path: '/unsubscribe/an-old-link' },
      { name: 'privacy', path: '/privacy' },
      { name: 'accessibility', path: '/accessibility' },
      { name: 'nowhere', path: '/no/such/page' },
      { name: 'second-step', path: '/', ...secondStep },
    ],
    officer: [
      { name: 'courses', path: '/learning' },
      { name: 'course-completed', path: learning(made.enrolled.completed) },
      { name: 'course-revoked', path: learning(made.enrolled.revoked) },
      { name: 'course-running', path: learning(made.enrolled.running) },
      { name: 'course-later', path: learning(made.enrolled.later) },
      { name: 'course-withdrawn', path: learning(made.enrolled.withdrawn) },
      { name: 'unit-page', path: learning(made.enrolled.running, made.pageUnitId) },
      { name: 'unit-video', path: learning(made.enrolled.running, made.videoUnitId) },
      { name: 'unit-file', path: learning(made.enrolled.running, made.fileUnitId) },
      { name: 'unit-session', path: learning(made.enrolled.running, made.sessionUnitId) },
      { name: 'unit-quiz', path: learning(made.enrolled.running, made.quizUnitId) },
      ...[1, 2, 3, 4, 5].map(question),
      {
        name: 'attempt-hand-in',
        path: attempt(made.attempt.id),
        prepare: async (page) => {
          await page.locator('main ol button').nth(4).click();
          await page.locator('main nav:last-of-type button').last().click();
        },
      },
      { name: 'attempt-result', path: `${learning(made.enrolled.completed, made.quizUnitId)}/attempts/${made.passed}` },
      {
        name: 'attempt-reviewed',
        path: `${learning(made.marking.graded.enrollmentId, made.marking.unitId)}/attempts/${made.marking.graded.attemptId}`,
      },
      { name: 'player', path: learning(made.lesson), launch: play },
      { name: 'player-held', path: learning(made.lesson), ...heldElsewhere },
      { name: 'player-parts', path: learning(made.partedLesson), launch: play },
      { name: 'certificates', path: '/learning/certificates' },
      { name: 'notifications', path: '/notifications' },
      { name: 'notification-choices', path: '/account/notifications' },
      {
        name: 'calendar',
        path: '/learning/calendar',
        prepare: async (page) => {
          await page.locator('main [role=group] button').last().click();
          await page.locator('main h2 + button').click();
          await page.locator('main h2 + button').click();
        },
      },
      { name: 'no-line', path: learning(made.enrolled.running), ...tunnel },
      { name: 'account', path: '/account' },
      {
        name: 'account-token',
        path: '/account',
        prepare: async (page) => {
          await page.locator('section').last().getByRole('textbox').fill('Tablero');
          await page.locator('section').last().locator('button[type=submit]').click();
        },
      },
      {
        name: 'account-second-factor',
        path: '/account',
        prepare: async (page) => {
          const part = page.locator('main section').nth(3);
          await part.getByRole('button').first().click();
          await part.locator('input').fill(password);
          await part.locator('button[type=submit]').click();
          await part.locator('svg[role=img]').waitFor();
        },
      },
      { name: 'factor-missing', path: '/account', ...factorMissing },
      { name: 'session-ended', path: '/learning/certificates', ...sessionEnded },
      { name: 'forbidden', path: '/administration/jobs' },
      { name: 'no-such-course', path: '/learning/00000000-0000-7000-8000-000000000000' },
    ],
    auditor: [
      { name: 'courses-none', path: '/learning' },
      { name: 'insight', path: '/insight' },
      { name: 'audit', path: '/audit' },
      { name: 'certificates', path: '/learning/certificates' },
      { name: 'editions', path: '/insight/editions' },
      { name: 'edition', path: `/insight/editions/${made.lessonEditionId}?state=active` },
      { name: 'learner', path: `/insight/editions/${made.editionId}/learners/${made.enrolled.running}` },
    ],
    reviewer: [
      { name: 'today', path: '/today' },
      { name: 'completions', path: '/university/completions' },
    ],
    coordinator: [
      { name: 'insight', path: '/insight' },
      { name: 'completions', path: '/university/completions' },
    ],
    programmes: [
      { name: 'insight', path: '/insight' },
      { name: 'completion', path: `/insight/editions/${made.lessonEditionId}/completion` },
    ],
  };
};
