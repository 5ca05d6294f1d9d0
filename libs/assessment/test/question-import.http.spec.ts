import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { BankView, QuestionImportView, QuestionView } from '@aula/contracts';
import { ObjectStorage } from '@aula/platform';
import { anActor, fixture, fixtures, house, type Client } from '@aula/testing';
import { aBank, anAuthor, anInstructor, neighbours } from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());

const started = async (bank: string, content: string | Buffer, client: Client = author): Promise<string> =>
  (await client.upload(`/api/assessment/banks/${bank}/imports`, { file: { name: 'questions.txt', content } }).expect<{ id: string }>(202))
    .body.id;
const report = async (bank: string, id: string, language = 'en'): Promise<QuestionImportView> =>
  (await author.with({ 'accept-language': language }).get(`/api/assessment/banks/${bank}/imports/${id}`).expect<QuestionImportView>(200))
    .body;
const imported = async (bank: string, content: string | Buffer): Promise<QuestionImportView> => {
  const id = await started(bank, content);
  await school.settle();
  return report(bank, id);
};
const questionsIn = async (bank: string): Promise<QuestionView[]> =>
  (await author.get(`/api/assessment/banks/${bank}/questions?limit=200`).expect<{ items: QuestionView[] }>(200)).body.items;
const kept = (id: string): Promise<object[]> => school.sql('select 1 from platform.object where key like $1', [`%${id}`]);

const file = `// five kinds
::Capital::¿Capital de <b>Perú</b>? {=Lima#Sí ~Quito ~%-50%Bogotá####General}

::Colores::Colores de la bandera {~%33.333%rojo ~%33.333%amarillo ~%33.333%azul ~%-100%verde}

La Tierra es plana {F}

¿Pi? {#3.1415:0.0005}

¿Quién vigila? {=la polic\\u00eda =%50%polic*}

::Pares::Empareje {=a -> 1 =b -> 2 =c -> 3}

::Ensayo::Escriba {}

::Rota::Sin cierre {=a ~b
`;

it('adds the questions of a file, and says line by line what could not be taken', async () => {
  const bank = await aBank(author, []);
  const id = await started(bank, file);
  expect(await report(bank, id)).toMatchObject({ state: 'queued', format: 'gift', accepted: 0 });
  await school.settle();
  const done = await report(bank, id);
  expect(done).toMatchObject({ state: 'done', accepted: 5, rejected: 3 });
  expect(done.findings.map(({ severity, code, line }) => [severity, code, line])).toEqual([
    ['warning', 'question.unsupported-matching', 12],
    ['warning', 'question.unsupported-essay', 14],
    ['error', 'question.unclosed-answers', 16],
  ]);
  expect(done.findings[0]!.message).toBe('Matching questions are not supported yet; “Pares” was left out.');
  expect((await report(bank, id, 'fr')).findings[2]!.message).toContain('il manque }');
  const questions = await questionsIn(bank);
  expect(questions.map(({ kind, text }) => [kind, text])).toEqual([
    ['single-choice', '¿Capital de Perú?'],
    ['multiple-choice', 'Colores de la bandera'],
    ['true-false', 'La Tierra es plana'],
    ['numeric', '¿Pi?'],
    ['short-answer', '¿Quién vigila?'],
  ]);
  expect(questions[0]).toMatchObject({ title: 'Capital', feedback: 'General', points: 1 });
  expect(questions[0]!.choices.map(({ text, weight, feedback }) => [text, weight, feedback])).toEqual([
    ['Lima', 100, 'Sí'],
    ['Quito', 0, null],
    ['Bogotá', -50, null],
  ]);
  expect(questions[3]!.accepted).toEqual([{ minimum: 3.141, maximum: 3.142, weight: 100, feedback: null }]);
  expect(await kept(id)).toEqual([]);
});

it('adds nothing when the same file comes again, and says so', async () => {
  const bank = await aBank(author, []);
  await imported(bank, file);
  const again = await imported(bank, file);
  expect(again).toMatchObject({ state: 'done', accepted: 0, rejected: 3 });
  expect(again.findings.at(-1)).toMatchObject({
    severity: 'info',
    code: 'question.already-there',
    line: null,
    message: expect.stringContaining('5'),
  });
  expect(await questionsIn(bank)).toHaveLength(5);
  expect((await author.get(`/api/assessment/banks/${bank}`).expect<BankView>(200)).body.questions).toBe(5);
});

it('adds what is new beside what is there, once within the file, and the same to another bank', async () => {
  const [bank, other] = [await aBank(author, []), await aBank(author, [])];
  await imported(bank, 'Uno {T}\n');
  expect(await imported(bank, 'Uno {T}\n\nDos {T}\n\nDos {T}\n')).toMatchObject({ accepted: 2, rejected: 0 });
  expect(await questionsIn(bank)).toHaveLength(2);
  expect(await imported(other, 'Uno {T}\n')).toMatchObject({ accepted: 1 });
});

it('two imports of the same questions at once add them once', async () => {
  const bank = await aBank(author, []);
  const many = Array.from({ length: 1_200 }, (_, index) => `Pregunta ${index} {T}`);
  const ids = [await started(bank, many.join('\n\n')), await started(bank, many.toReversed().join('\n\n'))];
  await Promise.all([school.runner.drain('assessment.import-questions'), school.runner.drain('assessment.import-questions')]);
  await school.settle();
  const reports = await Promise.all(ids.map((id) => report(bank, id)));
  expect(reports.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(reports[0]!.accepted + reports[1]!.accepted).toBe(1_200);
  expect((await author.get(`/api/assessment/banks/${bank}`).expect<BankView>(200)).body.questions).toBe(1_200);
});

it('goes on after an interruption and counts what it added before it', async () => {
  const bank = await aBank(author, []);
  const many = Array.from({ length: 1_100 }, (_, index) => `Pregunta ${index} {T}`);
  await school.sql(`create schema if not exists testing; create sequence testing.slices; grant usage on schema testing to public;
    grant usage on sequence testing.slices to public;
    create function testing.strike() returns trigger language plpgsql as $$ begin
      if nextval('testing.slices') = 2 then raise exception 'fault'; end if; return null; end $$;
    create trigger strike after insert on assessment.question for each statement execute function testing.strike()`);
  const done = await imported(bank, many.join('\n\n'));
  await school.sql('drop trigger strike on assessment.question; drop function testing.strike; drop sequence testing.slices');
  expect(done).toMatchObject({ state: 'done', accepted: 1_100, rejected: 0, findings: [] });
});

it.each<[string, string | Buffer, string]>([
  ['a file without questions', 'Hola\n\n// nada\n', 'question.no-questions'],
  ['an empty file', '', 'question.no-questions'],
  ['a word processor’s file', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000, 7)]), 'question.not-text'],
  ['a PDF', '%PDF-1.7\n{T}', 'question.not-text'],
])('says why %s cannot be read', async (_, content, code) => {
  const bank = await aBank(author, []);
  const done = await imported(bank, content);
  expect(done).toMatchObject({ state: 'failed', accepted: 0 });
  expect(done.findings.map((finding) => finding.code)).toContain(code);
});

it('removes files that became no import when a process was killed, after a day, and none that waits to be read', async () => {
  const storage = school.app.get(ObjectStorage, { strict: false });
  const left = school.runtime.ids.next();
  await storage.put(`assessment/imports/${left}`, Buffer.from('Uno {T}'), 'text/plain');
  const waiting = await started(await aBank(author, []), 'Uno {T}');
  const clean = async (): Promise<void> => {
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'assessment.remove-forsaken-files')`);
    await school.runner.drain('assessment.remove-forsaken-files');
  };
  await clean();
  expect(await kept(left)).toHaveLength(1); // perhaps still on its way
  school.clock.set(new Date(school.clock.now().getTime() + 90_000_000));
  await clean();
  school.clock.set(new Date());
  expect(await kept(left)).toEqual([]);
  expect(await kept(waiting)).toHaveLength(1);
});

it('reads files of Windows, with a byte order mark, and in UTF-16', async () => {
  const texts = [
    Buffer.from('\ufeff¿Año? {T}\r\n'),
    Buffer.from('¿Niño? {T}\r\n', 'latin1'),
    Buffer.from('\ufeff¿Peña? {T}\r\n', 'utf16le'),
  ];
  const bank = await aBank(author, []);
  for (const text of texts) expect(await imported(bank, text)).toMatchObject({ state: 'done', accepted: 1 });
  expect((await questionsIn(bank)).map(({ text }) => text)).toEqual(['¿Año?', '¿Niño?', '¿Peña?']);
});

it('keeps the findings of a hopeless file within reason', async () => {
  const bank = await aBank(author, []);
  const done = await imported(bank, Array.from({ length: 700 }, () => 'Sin cierre {=a ~b').join('\n\n'));
  expect(done.rejected).toBe(700);
  expect(done.findings).toHaveLength(501);
  expect(done.findings.at(-1)).toMatchObject({ code: 'question.more-findings', message: expect.stringContaining('200') });
});

it('names questions that it cannot take whole', async () => {
  const bank = await aBank(author, []);
  const choices = Array.from({ length: 101 }, (_, index) => `${index === 0 ? '=' : '~'}${index}`).join(' ');
  const done = await imported(bank, `A {${choices}}\n\nB <img src\\="x.png"> {T}\n\n[html]<p> </p> {T}\n`);
  expect(done).toMatchObject({ accepted: 1, rejected: 2 });
  expect(done.findings.map(({ code, line }) => [code, line])).toEqual([
    ['question.too-many-choices', 1],
    ['question.media-left-out', 3],
    ['question.missing-question-text', 5],
  ]);
});

describe('the door', () => {
  it('takes files up to 20 MB, and nothing but files', async () => {
    const bank = await aBank(author, []);
    const big = Buffer.alloc(20 * 1_048_576 + 1, '//\n');
    const upload = author.upload(`/api/assessment/banks/${bank}/imports`, { file: { name: 'big.txt', content: big } });
    await upload.expectProblem(413, 'body-too-large');
    await author.upload(`/api/assessment/banks/${bank}/imports`, { fields: { a: 'b' } }).expectProblem(400, 'file-missing');
    await author.post(`/api/assessment/banks/${bank}/imports`, { file: 'x' }).expectProblem(415, 'unsupported-media-type');
    expect(await school.sql('select 1 from assessment.question_import where bank_id = $1', [bank])).toEqual([]);
  });

  it('is closed to those who may not author the bank', async () => {
    const bank = await aBank(author, []);
    const id = await started(bank, 'Uno {T}\n');
    const upload = { file: { name: 'x', content: 'Dos {T}' } };
    await school.as(anInstructor()).upload(`/api/assessment/banks/${bank}/imports`, upload).expectProblem(404, 'not-found');
    await school.as(anInstructor()).get(`/api/assessment/banks/${bank}/imports/${id}`).expectProblem(404, 'not-found');
    await school.as(anActor()).upload(`/api/assessment/banks/${bank}/imports`, upload).expectProblem(403, 'forbidden');
    await author.get(`/api/assessment/banks/${await aBank(author, [])}/imports/${id}`).expectProblem(404, 'not-found');
  });
});

fixtures('question files of others', () => {
  const gift = fixture('questions/gift');
  it('Moodle’s examples: forty questions are taken, three of matching are named', async () => {
    const bank = await aBank(author, []);
    const done = await imported(bank, readFileSync(`${gift}/moodle_examples.txt`));
    expect(done).toMatchObject({ state: 'done', accepted: 40, rejected: 3 });
    expect(done.findings.at(-1)).toMatchObject({ code: 'question.repeated', message: expect.stringContaining('13') });
    expect(await questionsIn(bank)).toHaveLength(27);
    expect(done.findings.filter(({ code }) => code === 'question.unsupported-matching')).toHaveLength(3);
  });

  it('every file ends in a report whose findings are whole sentences', async () => {
    const names = readdirSync(`${gift}/peg`).filter((name) => name.endsWith('.gift'));
    const bank = await aBank(author, []);
    const ids: string[] = [];
    for (const name of names) ids.push(await started(bank, readFileSync(`${gift}/peg/${name}`)));
    await school.settle();
    const reports = await Promise.all(ids.map((id) => report(bank, id, 'es')));
    expect(reports.filter(({ state }) => state !== 'done' && state !== 'failed')).toEqual([]);
    const messages = reports.flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(messages.filter((message) => /\{(title|count|limit|value|sum|kind|character)\}/.test(message))).toEqual([]);
    expect(messages.length).toBeGreaterThan(20);
  });
});
