import type { Page } from 'playwright-core';
import { password, type Account, type LivedIn } from './lived-in.js';

/** One screen of the application as somebody sees it. */
export interface Screen {
  /** Name of its picture. */
  name: string;
  path: string;
  /** What is opened, folded out or pressed before it is looked at. */
  prepare?: (page: Page) => Promise<unknown>;
  /** What makes the window as it was, where `prepare` changed more than the page. */
  after?: (page: Page) => Promise<unknown>;
  /** There is no such thing on a desk. */
  phoneOnly?: boolean;
  /** What is pressed to come to the player, which speaks the account's language and has no switch of its own. */
  launch?: (page: Page) => Promise<unknown>;
}

const open = (selector: string) => (page: Page) => page.locator(selector).first().click();
const tunnel: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    await page.context().setOffline(true);
    await page.locator('main > div:first-child > [role=status] > *').waitFor();
  },
  after: (page) => page.context().setOffline(false),
};
const look = (words: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
};
const foldOut = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");

/** From a course into the player of its package, which another window may have open. */
const play = async (page: Page): Promise<void> => {
  await page.locator('main ol li').nth(1).getByRole('button').click();
  await page.waitForURL(/content\.localhost/);
  const here = page.locator('[data-choice=here]');
  await page.frameLocator('iframe').locator('#next').or(here).first().waitFor();
  if (await here.isVisible()) await here.click();
  await page.frameLocator('iframe').locator('#next').waitFor();
};

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
      { name: 'forbidden', path: '/administration/jobs' },
      { name: 'no-such-course', path: '/learning/00000000-0000-7000-8000-000000000000' },
    ],
    instructor: [
      { name: 'courses', path: '/teach/courses' },
      { name: 'course-new', path: '/teach/courses/new' },
      {
        name: 'course-restored',
        path: '/teach/courses/new',
        prepare: async (page) => {
          await page.locator('main input').first().fill('RADIO-9');
          await page.reload();
          await page.locator('main [role=status] button').waitFor();
        },
        after: (page) => page.evaluate('localStorage.clear()'),
      },
      { name: 'course', path: `/teach/courses/${made.courseId}` },
      { name: 'course-draft', path: `/teach/courses/${made.draftId}` },
      { name: 'unit-new', path: `/teach/courses/${made.courseId}`, prepare: open('section:nth-of-type(2) > div button') },
      {
        name: 'unit-page',
        path: `/teach/courses/${made.courseId}/units/${made.pageUnitId}`,
        prepare: open('button[aria-expanded=false]:not(header *)'),
      },
      { name: 'course-texts', path: `/teach/courses/${made.courseId}/texts` },
      { name: 'course-review', path: `/teach/courses/${made.courseId}/review` },
      { name: 'course-history', path: `/teach/courses/${made.courseId}/history` },
      { name: 'course-preview', path: `/teach/courses/${made.courseId}/preview` },
      { name: 'packages', path: '/teach/packages' },
      { name: 'package-ready', path: '/teach/packages', prepare: open('main li a:has-text("Human rights")') },
      { name: 'package-versions', path: `/teach/packages/${made.versions.two}/versions`, prepare: foldOut },
      { name: 'package-refused', path: '/teach/packages', prepare: open('main li a:has-text("apuntes")') },
      { name: 'banks', path: '/teach/banks' },
      { name: 'bank', path: `/teach/banks/${made.bankId}`, prepare: foldOut },
      { name: 'question-new', path: `/teach/banks/${made.bankId}`, prepare: open('button[aria-expanded=false]:not(header *)') },
      { name: 'bank-essay', path: `/teach/banks/${made.marking.bankId}`, prepare: open('main li button[aria-expanded=false]') },
      { name: 'quizzes', path: '/teach/quizzes' },
      {
        name: 'quiz-builder',
        path: `/teach/quizzes/${made.marking.quizId}`,
        prepare: async (page) => {
          await page.locator('main form > div:last-child button').last().click();
          await page.locator('main ol li small').first().waitFor();
        },
      },
      { name: 'marking', path: '/teach/marking' },
      { name: 'marking-essay', path: `/teach/marking/${made.marking.waiting.attemptId}/${String(made.marking.waiting.number)}` },
      {
        name: 'results',
        path: `/teach/results/${made.marking.editionId}/${made.marking.unitId}`,
        prepare: (page) => page.locator('.recharts-surface').first().waitFor(),
      },
      { name: 'support-editions', path: '/teach/editions' },
      { name: 'support-attempts', path: `/teach/attempts?edition=${made.lessonEditionId}` },
      { name: 'support-attempts-none', path: `/teach/attempts?edition=${made.editionId}` },
      { name: 'support-attempt', path: `/teach/attempts/${made.studied.attemptId}` },
      { name: 'support-attempt-alike', path: `/teach/attempts/${made.alike}` },
      { name: 'support-questions', path: `/teach/editions/${made.lessonEditionId}/questions` },
      { name: 'support-questions-none', path: `/teach/editions/${made.editionId}/questions` },
      { name: 'support-state', path: `/teach/attempts/${made.studied.attemptId}/states/set-aside-1` },
      { name: 'attendance', path: '/attendance' },
      { name: 'attendance-sessions', path: `/attendance/${made.editionId}` },
      { name: 'attendance-none', path: `/attendance/${made.lessonEditionId}` },
      { name: 'attendance-roll', path: `/attendance/${made.editionId}/${made.sessionUnitId}` },
      { name: 'attendance-sheet', path: `/attendance/${made.editionId}/${made.sessionUnitId}/sheet` },
    ],
    training: [
      { name: 'people', path: '/institution/people?country=CR' },
      { name: 'search', path: '/institution/people', prepare: look('pena') },
      { name: 'person-new', path: '/institution/people', prepare: open('main button[aria-expanded=false]') },
      { name: 'person', path: `/institution/people/${made.officerId}` },
      { name: 'person-edit', path: `/institution/people/${made.officerId}`, prepare: open('main button[aria-expanded=false]') },
      { name: 'person-suspended', path: `/institution/people/${made.doubled.suspended}` },
      { name: 'duplicates', path: '/institution/duplicates' },
      { name: 'merge-preview', path: `/institution/merge?kept=${made.doubled.kept}&merged=${made.doubled.merged}` },
      { name: 'imports', path: '/institution/imports', prepare: foldOut },
      { name: 'import-rehearsed', path: `/institution/imports/${made.rehearsed}` },
      {
        name: 'import-differences',
        path: `/institution/imports/${made.rehearsed}`,
        prepare: (page) => page.locator('main section select').selectOption('all'),
      },
      { name: 'import-applied', path: `/institution/imports/${made.applied}` },
      { name: 'import-reversed', path: `/institution/imports/${made.reversed}` },
      { name: 'institutions', path: '/institution/institutions', prepare: open('main [role=tree] [data-value]') },
      { name: 'editions', path: '/institution/editions' },
      { name: 'edition-new', path: '/institution/editions/new' },
      { name: 'edition', path: '/institution/editions', prepare: open('main li a') },
      { name: 'edition-roster', path: '/institution/editions', prepare: open('main li a:has-text("2026–2027")') },
      {
        name: 'roster-filtered',
        path: `/institution/editions/${made.lessonEditionId}?state=active&progress=none&sort=-name`,
        prepare: foldOut,
      },
      {
        name: 'roster-view',
        path: `/institution/editions/${made.lessonEditionId}`,
        prepare: async (page) => {
          await page.locator('main section:last-of-type button').first().click();
          await page.getByRole('dialog').waitFor();
        },
      },
      { name: 'insight-learners', path: '/insight/learners?state=enrolled&language=es', prepare: foldOut },
      { name: 'roster-completion', path: `/institution/editions/${made.lessonEditionId}/completion` },
      { name: 'roster-learner', path: `/institution/editions/${made.editionId}/learners/${made.enrolled.running}`, prepare: foldOut },
      { name: 'edition-change', path: `/institution/editions/${made.editionId}/change` },
      {
        name: 'reminder-preview',
        path: `/institution/editions/${made.lessonEditionId}/reminders`,
        prepare: async (page) => {
          await page.locator('main section button').first().click();
          await page.locator('main blockquote').waitFor();
        },
      },
      { name: 'enroll', path: `/institution/editions/${made.editionId}/enroll`, prepare: foldOut },
      {
        name: 'enroll-list',
        path: `/institution/editions/${made.editionId}/enroll`,
        prepare: async (page) => {
          await page.getByRole('radio').nth(1).check();
          await page.locator('textarea').fill('nadie@aula.example\nsin correo\nauditor@aula.example');
          await page.locator('main section button').first().click();
          await page.locator('main [role=status] li').first().waitFor();
        },
      },
      {
        name: 'enroll-rule',
        path: `/institution/editions/${made.editionId}/enroll`,
        prepare: async (page) => {
          await page.getByRole('radio').nth(3).check();
          await page.locator('main section input[type=text]').nth(2).fill('Agente');
          await page.keyboard.press('Enter');
          await page.locator('main section button:not(:has(svg))').first().click();
          await page.locator('main [role=status]').first().waitFor();
        },
      },
    ],
    registrar: [
      { name: 'credentials', path: '/university' },
      { name: 'revoke', path: '/university', prepare: open('main li button') },
      { name: 'completions', path: '/university/completions' },
      {
        name: 'verify-many',
        path: '/university/verification',
        prepare: async (page) => {
          await page.locator('main textarea').fill(`${made.inForce}, ${made.revoked}\n${'0'.repeat(26)}`);
          await page.locator('main button[type=submit]').click();
          await page.locator('main ul li').nth(2).waitFor();
        },
      },
    ],
    auditor: [
      { name: 'courses-none', path: '/learning' },
      { name: 'insight', path: '/insight' },
      { name: 'audit', path: '/audit' },
      { name: 'certificates', path: '/learning/certificates' },
    ],
    administrator: [
      { name: 'jobs', path: '/administration/jobs' },
      { name: 'edition-roster', path: `/institution/editions/${made.lessonEditionId}` },
      { name: 'deliveries', path: '/administration/deliveries' },
      { name: 'mails', path: '/administration/mails', prepare: foldOut },
      { name: 'roles', path: '/administration/roles' },
      { name: 'person-rights', path: `/administration/roles/${made.instructorId}`, prepare: foldOut },
      { name: 'holders', path: '/administration/holders' },
      { name: 'health', path: '/administration/health' },
      { name: 'settings', path: '/administration/settings' },
      { name: 'branding', path: '/administration/branding' },
      {
        name: 'person-roles-scope',
        path: `/administration/roles/${made.officerId}`,
        prepare: (page) => page.locator('main form select').nth(1).selectOption('institution'),
      },
      {
        name: 'person-factor-reset',
        path: `/institution/people/${made.officerId}`,
        prepare: async (page) => {
          await page.locator('main section:has(input[autocomplete=new-password]) button[type=button]').last().click();
          await page.getByRole('dialog').waitFor();
        },
      },
      { name: 'menu', path: '/learning', phoneOnly: true, prepare: (page) => page.locator('header button[aria-expanded]').first().click() },
    ],
  };
};
