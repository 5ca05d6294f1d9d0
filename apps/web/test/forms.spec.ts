import { describe, expect, it } from '@jest/globals';
import { PersonView } from '@aula/contracts';
import { videoAt } from '../src/ui/Video/video-address.js';
import { rowsIn } from '../src/features/roster/emails.js';
import { changeOf, emptyPerson, personFieldsOf, personOf } from '../src/features/institution/person-form.js';
import { ruleOf, emptyRule } from '../src/features/roster/rule.js';
import { readRosterSearch } from '../src/features/roster/search.js';
import { moved } from '../src/features/teach/order.js';
import { emptyQuestion, questionOf } from '../src/features/teach/question-form.js';
import { emptyUnit, unitOf } from '../src/features/teach/unit-form.js';
import { credentialIdIn } from '../src/features/verify/credential-id.js';
import { ownPath } from '../src/app/own-path.js';
import { fieldErrors, otherErrors } from '../src/lib/form-errors.js';
import { closestLanguage, textIn, trimText } from '../src/lib/local-text.js';
import { Refusal, refusalOf } from '../src/lib/problem.js';

describe('refusals', () => {
  const refusal = refusalOf(
    422,
    JSON.stringify({
      code: 'invalid-request',
      detail: 'Hay datos que corregir.',
      errors: [
        { path: 'title.es', message: 'too short' },
        { path: '/units/3', message: 'Falta el paquete.' },
        { path: 'hours', message: 'a number' },
      ],
    }),
  );

  it('are shown at their fields, and nothing of them is lost', () => {
    expect(fieldErrors(refusal)['title.es']).toBe('too short');
    expect(otherErrors(refusal, ['title.es'])).toEqual(['Falta el paquete.', 'hours: a number']);
  });

  it('know what may succeed later', () => {
    expect([0, 429, 500, 503].every((status) => new Refusal(status, 'x', '').passing)).toBe(true);
    expect([400, 401, 403, 404, 409, 422].some((status) => new Refusal(status, 'x', '').passing)).toBe(false);
  });

  it('are read even where a proxy answers with a page', () => {
    expect(refusalOf(502, '<html>')).toMatchObject({ status: 502, code: 'unavailable', detail: '' });
  });
});

describe('texts in languages', () => {
  it('fall back to the first language that has one', () => {
    expect(textIn({ fr: 'Bonjour' }, 'pt')).toBe('Bonjour');
    expect(textIn(undefined, 'pt')).toBe('');
    expect(trimText({ es: ' ', en: ' a ' })).toEqual({ en: 'a' });
    expect(trimText({ es: '' })).toBeUndefined();
  });

  it('follow the browser', () => {
    expect(closestLanguage(['de-DE', 'pt-PT', 'en'])).toBe('pt');
    expect(closestLanguage(['de'])).toBe('es');
  });
});

describe('the form of a question', () => {
  it('gives each right choice its share, and takes as much for a wrong one where several are right', () => {
    const fields = {
      ...emptyQuestion('multiple-choice'),
      text: '¿Cuáles?',
      choices: [true, true, false, false].map((right, at) => ({ text: `c${String(at)}`, right })),
    };
    expect(questionOf(fields)).toMatchObject({ question: { choices: [{ weight: 50 }, { weight: 50 }, { weight: -50 }, { weight: -50 }] } });
  });

  it.each([
    [
      'single-choice' as const,
      {
        choices: [
          { text: 'a', right: false },
          { text: 'b', right: false },
        ],
      },
      ['right'],
    ],
    ['single-choice' as const, { choices: [{ text: 'a', right: true }] }, ['choices']],
    ['numeric' as const, { value: 'x' }, ['value']],
    ['short-answer' as const, { texts: ' \n ' }, ['texts']],
    ['true-false' as const, { points: '0' }, ['points']],
  ])('stops an incomplete %s', (kind, change, missing) => {
    expect(questionOf({ ...emptyQuestion(kind), text: 'x', ...change })).toEqual({ missing });
  });

  it('reads numbers with their tolerance', () => {
    const read = questionOf({ ...emptyQuestion('numeric'), text: 'x', value: '3,5', tolerance: '0,5' });
    expect(read).toMatchObject({ question: { accepted: [{ minimum: 3, maximum: 4 }] } });
  });
});

describe('the form of a person', () => {
  const person = PersonView.parse({
    ...{ id: '0199aaaa-0000-7000-8000-000000000001', email: 'ana@pol.example', givenName: 'Ana', familyName: 'Paz', language: 'es' },
    ...{ institutionId: '0199aaaa-0000-7000-8000-000000000201', institution: 'Zona 201', sex: 'F', country: 'CR', rank: 'Agente' },
    ...{ externalId: null, birthYear: 1990, active: true, suspendedAt: null, mergedInto: null },
  });
  const before = personFieldsOf(person);

  it('changes what was typed over and nothing else: the institution stays, whatever lists were read', () => {
    expect(changeOf({ ...before, rank: ' Sargento ' }, before)).toEqual({ rank: 'Sargento' });
    expect(changeOf(before, before)).toEqual({});
  });

  it('empties what was emptied', () => {
    const emptied = { ...before, rank: '', birthYear: ' ', sex: '', country: '', institutionId: null } as const;
    expect(changeOf(emptied, before)).toEqual({ rank: null, birthYear: null, sex: null, country: null, institutionId: null });
  });

  it('leaves out of a new person what is empty', () => {
    const fields = { ...emptyPerson('pt'), givenName: 'Ana', familyName: 'Paz', email: 'ana@pol.example', sex: 'F' as const };
    expect(personOf(fields)).toEqual({ givenName: 'Ana', familyName: 'Paz', email: 'ana@pol.example', language: 'pt', sex: 'F' });
  });
});

describe('the form of a unit', () => {
  const course = { languages: ['es' as const, 'pt' as const] };

  it('sends the member that the kind asks for, of the languages that the course has', () => {
    const fields = { ...emptyUnit, kind: 'page' as const, title: { es: 'Uno' }, contents: { es: '# Uno', pt: ' ', fr: '# Un' } };
    expect(unitOf(fields, course)).toEqual({
      unit: { kind: 'page', title: { es: 'Uno' }, required: true, contents: { es: { body: '# Uno' } } },
    });
  });

  it('tells a video file from an address', () => {
    const fields = {
      ...emptyUnit,
      kind: 'video' as const,
      title: { es: 'Uno' },
      contents: { es: 'https://a.example/b.mp4', pt: '0199aa' },
    };
    expect(unitOf(fields, course)).toMatchObject({
      unit: { contents: { es: { url: 'https://a.example/b.mp4' }, pt: { fileId: '0199aa' } } },
    });
  });

  it('asks for a title and a content, but not for the content of a session', () => {
    expect(unitOf(emptyUnit, course)).toEqual({ missing: ['title', 'contents'] });
    expect(unitOf({ ...emptyUnit, kind: 'session', title: { pt: 'Aula' } }, course)).toEqual({
      unit: { kind: 'session', title: { pt: 'Aula' }, required: true },
    });
  });
});

describe('small readers', () => {
  it('find the address in each row of a spreadsheet or the row that may hold a number, below its heading', () => {
    const read = rowsIn('nombre;correo\nAna;ANA@pol.example\n\n"Beto",beto@pol.example,CL\nsin correo\nLuz;"CL-12.7"\nCO77\n');
    expect(read.map(({ row, named }) => [row, named])).toEqual([
      [2, 'ana@pol.example'],
      [4, 'beto@pol.example'],
      [5, ''],
      [6, 'Luz;CL-12.7'],
      [7, 'CO77'],
    ]);
    expect(rowsIn('external_id\nCO-1').map(({ named }) => named)).toEqual(['CO-1']);
    expect(rowsIn('nadie').map(({ row }) => row)).toEqual([1]);
  });

  it('make a rule of what is demanded, and none of nothing', () => {
    expect(ruleOf(emptyRule)).toBeUndefined();
    expect(ruleOf({ ...emptyRule, countries: ['PE'], languages: ['pt', 'xx'] })).toEqual({ countries: ['PE'], languages: ['pt'] });
  });

  it('read of an address what a roster understands', () => {
    expect(
      readRosterSearch({ q: 7, state: 'gone', dueDays: '3', inactiveDays: -1, columns: ['rank', 'x', 'name'], sort: '-name' }),
    ).toEqual({
      ...{ q: '7', dueDays: 3, sort: '-name' },
      columns: ['name', 'rank'],
    });
  });

  it('find a certificate number in what was pasted', () => {
    const id = '3k9x7m2p4q8r5t6v1w0y2z3a4b';
    expect([id, ` ${id.toUpperCase()} `, `https://aula.example/v/${id}?x=1`].map(credentialIdIn)).toEqual([id, id, id]);
    expect(credentialIdIn('hola')).toBeUndefined();
  });

  it('never lead to another site', () => {
    expect(['//evil.example', '/\\evil.example', 'https://evil.example', '/', 7].map(ownPath)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(ownPath('/learning/1?x=2')).toBe('/learning/1?x=2');
  });

  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'embed', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ', 'embed', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'embed', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://media.example/a.mp4', 'file', 'https://media.example/a.mp4'],
    ['https://media.example/watch', 'page', 'https://media.example/watch'],
  ])('show %s as %s', (address, kind, url) => {
    expect(videoAt(address)).toMatchObject({ kind, url });
  });

  it('refuse a video address that is no https address', () => {
    expect([videoAt('javascript:alert(1)'), videoAt('http://a.example/b.mp4'), videoAt('nada')]).toEqual([undefined, undefined, undefined]);
  });

  it('move one item by one place', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toBeUndefined();
  });
});
