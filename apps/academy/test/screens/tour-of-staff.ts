import { rulesRest } from './interrupted.js';
import type { LivedIn } from './lived-in.js';
import { foldOut, look, open, type Screen } from './screen.js';

/** Every screen of those who teach, train, register and administer. */
export const tourOfStaff = (made: LivedIn): Record<'instructor' | 'training' | 'registrar' | 'administrator', Screen[]> => ({
  instructor: [
    { name: 'today', path: '/today' },
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
    { name: 'unit-video', path: `/teach/courses/${made.courseId}/units/${made.videoUnitId}` },
    { name: 'course-texts', path: `/teach/courses/${made.courseId}/texts` },
    { name: 'course-review', path: `/teach/courses/${made.courseId}/review` },
    { name: 'course-history', path: `/teach/courses/${made.courseId}/history` },
    { name: 'course-review-ask', path: `/teach/courses/${made.draftId}/review` },
    { name: 'course-preview', path: `/teach/courses/${made.courseId}/preview` },
    { name: 'preview-page', path: `/teach/courses/${made.courseId}/preview/${made.pageUnitId}` },
    { name: 'preview-video', path: `/teach/courses/${made.courseId}/preview/${made.videoUnitId}` },
    {
      name: 'quiz-trial',
      path: `/teach/courses/${made.courseId}/preview/${made.quizUnitId}`,
      prepare: async (page) => {
        await page.locator('main button').last().click();
        await page.locator('main ol button').first().waitFor();
        await page.locator('main nav:last-of-type button').last().click();
      },
    },
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
    { name: 'results-edition', path: `/teach/results/${made.lessonEditionId}` },
    { name: 'results-learners', path: `/teach/results/${made.lessonEditionId}/learners?reached=begun` },
    { name: 'results-editions', path: '/teach/results' },
    {
      name: 'results-people',
      path: `/teach/results/${made.marking.editionId}/${made.marking.unitId}`,
      prepare: async (page) => {
        await page.locator('main a[href*="/questions/"]').first().click();
        await page.waitForURL(/\/questions\//);
        await page.locator('main h1').waitFor();
      },
    },
    { name: 'editions', path: '/teach/editions?soon=closing' },
    { name: 'edition', path: `/teach/editions/${made.lessonEditionId}?state=active` },
    { name: 'edition-completion', path: `/teach/editions/${made.lessonEditionId}/completion` },
    { name: 'edition-learner', path: `/teach/editions/${made.editionId}/learners/${made.enrolled.running}` },
    { name: 'edition-reminders', path: `/teach/editions/${made.lessonEditionId}/reminders` },
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
    { name: 'today', path: '/today' },
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
    { name: 'insight-pass-rates', path: '/insight?bars=passed' },
    { name: 'insight-learners', path: '/insight/learners?state=enrolled&language=es', prepare: foldOut },
    { name: 'roster-completion', path: `/institution/editions/${made.lessonEditionId}/completion` },
    { name: 'roster-learner', path: `/institution/editions/${made.editionId}/learners/${made.enrolled.running}`, prepare: foldOut },
    { name: 'edition-change', path: `/institution/editions/${made.editionId}/change` },
    {
      name: 'reminder-preview',
      path: `/institution/editions/${made.lessonEditionId}/reminders?state=active`,
      prepare: async (page) => {
        await page.locator('main section button').first().click();
        await page.locator('main blockquote').waitFor();
      },
    },
    { name: 'enroll', path: `/institution/editions/${made.editionId}/enroll`, prepare: foldOut },
    { name: 'enroll-rules-rest', path: `/institution/editions/${made.editionId}/enroll`, ...rulesRest },
    {
      name: 'enroll-list',
      path: `/institution/editions/${made.editionId}/enroll`,
      prepare: async (page) => {
        await page.getByRole('radio').nth(1).check();
        await page.locator('textarea').fill('nadie@aula.example\nsin correo\nauditor@aula.example');
        await page.locator('main section button').first().click();
        await page.locator('main [role=status] li').first().waitFor();
      },
      after: (page) => page.evaluate('localStorage.clear()'),
    },
    {
      name: 'enroll-rule',
      path: `/institution/editions/${made.editionId}/enroll`,
      prepare: async (page) => {
        await page.getByRole('radio').nth(3).check();
        await page.locator('main section input[role=combobox]').last().click();
        await page.locator('[role=option]').filter({ visible: true }).nth(1).click();
        await page.locator('main section button.mantine-Button-root').first().click();
        await page.locator('main [role=status] p').first().waitFor();
      },
      after: (page) => page.evaluate('localStorage.clear()'),
    },
  ],
  registrar: [
    { name: 'today', path: '/today' },
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
  administrator: [
    { name: 'today', path: '/today' },
    { name: 'grants', path: '/administration/grants' },
    { name: 'tokens', path: '/administration/tokens' },
    { name: 'reviews', path: '/teach/reviews' },
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
});
