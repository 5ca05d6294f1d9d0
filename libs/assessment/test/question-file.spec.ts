import { expect, it } from '@jest/globals';
import { unhurried } from '@aula/platform';
import { questionsIn } from '../src/question-import/question-import.entity.js';
import { Tally } from '../src/question-import/tally.entity.js';

const read = async (text: string): Promise<Tally> => {
  const tally = new Tally();
  for await (const step of unhurried(questionsIn(Buffer.from(text)))) tally.add(step);
  return tally;
};

it.each([
  ['questions', '::Uno::¿Qué es <b>esto</b>? {=a#sí ~b}\n\n'],
  ['lines without any', '// nada\n'],
])('others have their turn while a large file of %s is read', async (_, part) => {
  let turns = 0;
  const others = setInterval(() => (turns += 1));
  await read(part.repeat(3_000_000 / part.length));
  clearInterval(others);
  expect(turns).toBeGreaterThan(1);
});

it('of a file with more questions than one may have the first are taken, and the line of the next is told', async () => {
  const tally = await read(Array.from({ length: 50_002 }, (_, index) => `${index} {T}`).join('\n\n'));
  const report = tally.report(new Set());
  expect(report).toMatchObject({ state: 'done', accepted: 0, rejected: 0 });
  expect(report.findings).toMatchObject([
    { severity: 'error', code: 'question.too-many', line: 100_001, parameters: { limit: 50_000 } },
    { severity: 'info', code: 'question.already-there', parameters: { count: 50_000 } },
  ]);
});

it('a file that has nothing but faults is read without keeping all of them', async () => {
  const { findings, rejected } = (await read('x {=a\n\n'.repeat(20_000))).report(new Set());
  expect(rejected).toBe(20_000);
  expect(findings).toHaveLength(501);
  expect(findings.at(-1)).toMatchObject({ code: 'question.more-findings', parameters: { count: 19_500 } });
});

it.each([
  ['its text', `${'<b>'.repeat(300_000)} {T}`, 20_000],
  ['an answer', `x {=${'<b>'.repeat(300_000)}a ~b}`, 4_000],
])('a question with more markup in %s than anybody writes is refused unread', async (_, text, limit) => {
  const { findings, rejected } = (await read(`${text}\n\ny {T}`)).report(new Set());
  expect(rejected).toBe(1);
  expect(findings).toMatchObject([{ code: 'question.text-too-long', line: 1, parameters: { limit } }, { code: 'question.already-there' }]);
});
