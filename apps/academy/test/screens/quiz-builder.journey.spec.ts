import { describe, expect, it } from '@jest/globals';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { press } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { accounts, password } from './accounts.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();
const { story } = theatre;

it(
  'the parts of a quiz and their lines go up and down, out and back again',
  story('instructor', async (visitor) => {
    const { page, go } = visitor;
    const client = await AcademyClient.signIn(theatre.academy.url, accounts.instructor, password);
    const wish = { title: { en: 'In parts' }, bankId: theatre.made.bankId, passingScore: 0.5 };
    const { id } = await client.post<{ id: string }>('/api/assessment/quizzes', wish);
    await go(`/teach/quizzes/${id}`);
    await page.getByRole('radio', { name: 'Parts with fixed questions and draws' }).check();
    const drawn = page.getByRole('textbox', { name: 'How many are drawn' });
    for (const [at, count] of ['3', '5'].entries()) {
      await press(page, 'Add a draw');
      await drawn.nth(at).fill(count);
    }
    const order = async (): Promise<string[]> => Promise.all((await drawn.all()).map((each) => each.inputValue()));
    const stands = (...wanted: string[]): Promise<void> =>
      until(`the lines ${wanted.join()}`, 10_000, async () => (await order()).join() === wanted.join());
    await press(page, 'Move line 1 down');
    await stands('5', '3');
    await press(page, 'Undo');
    await stands('3', '5');
    await press(page, 'Remove line 1');
    await stands('5');
    await drawn.first().fill('4'); // what is typed in between stays
    await sees(page, 'Line 1 was removed.');
    await press(page, 'Undo');
    await stands('3', '4');
    await press(page, 'Add a part');
    await press(page, 'Move part 1 down');
    await sees(page, 'Part 1 is now at place 2 of 2.');
    await press(page, 'Remove part 2');
    await stands();
    await press(page, 'Undo');
    await stands('3', '4');
    await inOrder(visitor);
  }),
  60_000,
);

describe('a bank of more questions than one page of a list holds', () => {
  it(
    'names question number 201 in the builder of a quiz, and finds another by its words',
    story('instructor', async ({ page, go }) => {
      const instructor = await AcademyClient.signIn(theatre.academy.url, accounts.instructor, password);
      const { id: bankId } = await instructor.post<{ id: string }>('/api/assessment/banks', { title: 'The long bank' });
      const bank = `/api/assessment/banks/${bankId}`;
      const asked = Array.from({ length: 201 }, (_, at) => `::Q${String(at + 1)}:: Rule number ${String(at + 1)}? {=yes ~no}`);
      const { id: sent } = await instructor.upload<{ id: string }>(`${bank}/imports`, 'long.gift', asked.join('\n\n'));
      await instructor.settled(`${bank}/imports/${sent}`, ['done'], ['failed']);
      const { items } = await instructor.get<{ items: { id: string }[] }>(`${bank}/questions?q=number 201`);
      const entries = [{ kind: 'question', questionId: items[0]!.id }];
      const quiz = { title: { en: 'Long quiz' }, bankId, passingScore: 0.5, sections: [{ order: 'fixed', entries }] };
      const { id } = await instructor.post<{ id: string }>('/api/assessment/quizzes', quiz);

      await go(`/teach/quizzes/${id}`);
      await sees(page, 'Rule number 201?');
      const add = page.getByRole('combobox', { name: 'Add a fixed question' });
      await add.fill('number 198');
      await page.getByRole('option', { name: 'Rule number 198?' }).click();
      await page.getByRole('listitem').filter({ hasText: 'Rule number 198?' }).waitFor();
      await press(page, 'Save the test');
      await sees(page, 'The test is saved.');
      const kept = await instructor.get<{ questions: number }>(`/api/assessment/quizzes/${id}`);
      expect(kept.questions).toBe(2);
    }),
    60_000,
  );
});
