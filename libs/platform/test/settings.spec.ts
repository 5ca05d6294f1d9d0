import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '@aula/platform';

const secret = path.join(mkdtempSync(path.join(tmpdir(), 'aula-settings-')), 'secret');
writeFileSync(secret, 'x'.repeat(40));
const read = (more: NodeJS.ProcessEnv) =>
  readSettings({ DATABASE_URL: 'postgres://aula@localhost/aula', AULA_SECRET_FILE: secret, ...more });
const https = { AULA_PUBLIC_URL: 'https://aula.example' };

it.each<[NodeJS.ProcessEnv, string]>([
  [{}, 'optional'],
  [{ AULA_PUBLIC_URL: 'http://aula.example', AULA_DEMO: '0' }, 'optional'],
  [https, 'required'],
  [{ ...https, AULA_SECOND_FACTOR: '' }, 'required'],
  [{ ...https, AULA_DEMO: '1' }, 'optional'],
  [{ ...https, AULA_SECOND_FACTOR: 'optional' }, 'optional'],
  [{ AULA_SECOND_FACTOR: 'required' }, 'required'],
])('with %p a second factor is %s for staff', (more, expected) => {
  expect(read(more).secondFactor).toBe(expected);
});

it('refuses a demonstration that demands what nobody holds, and words it does not know', () => {
  expect(() => read({ AULA_DEMO: '1', AULA_SECOND_FACTOR: 'required' })).toThrow('AULA_SECOND_FACTOR=required needs AULA_DEMO=0');
  expect(() => read({ AULA_SECOND_FACTOR: 'yes' })).toThrow('AULA_SECOND_FACTOR');
});

it.each<[string | undefined, false | number | string[]]>([
  [undefined, false],
  ['', false],
  ['0', false],
  ['2', 2],
  ['10.0.0.0/8, 2001:db8::1', ['10.0.0.0/8', '2001:db8::1']],
])('with AULA_TRUST_PROXY=%s trusts %p', (text, expected) => {
  expect(read({ AULA_TRUST_PROXY: text }).trustProxy).toEqual(expected);
});
it.each(['true', '10.0.0.0/33', 'proxy.internal', '10.0.0.1,,10.0.0.2'])('does not take %s for a proxy', (text) => {
  expect(() => read({ AULA_TRUST_PROXY: text })).toThrow('how many proxies');
});

describe('the domain of the content', () => {
  const at = (academy: string, content: string) => () => read({ AULA_PUBLIC_URL: academy, AULA_CONTENT_DOMAIN: content });

  it.each([
    ['https://lms.example', 'lms.example', 'is the academy itself'],
    ['https://lms.example', 'content.lms.example', 'lies within it'],
    ['https://lms.content.example', 'content.example', 'holds it'],
    ['https://LMS.academia.org', 'Content.academia.ORG', 'is its neighbour'],
    ['https://aula.policia.gob.pe', 'contenido.policia.gob.pe', 'is its neighbour below a suffix of a country'],
    ['https://aula.escuela.edu.ar:8443', 'scorm.escuela.edu.ar', 'is its neighbour, whatever the port'],
    ['https://aula.policia.gov.co', 'a.b.policia.gov.co', 'is its neighbour further below'],
  ])('beside %s: %s %s, and nothing starts', (academy, content) => {
    expect(at(academy, content)).toThrow(/is on the same site as AULA_PUBLIC_URL=.* Give it a domain of its own/);
  });

  it.each([
    ['https://lms.example', 'lms-content.example', 'registered apart'],
    ['https://policia.gob.pe', 'contenido-policial.gob.pe', 'below a suffix of a country'],
    ['https://pm.sp.gov.br', 'conteudo-pm.sp.gov.br', 'below a suffix of a state'],
    ['https://aula.github.io', 'contenido.github.io', 'below a suffix of a provider'],
    ['https://localhost:3000', 'content.localhost', 'a machine of one’s own'],
    ['http://lms.example', 'content.lms.example', 'a trial without encryption'],
  ])('beside %s: %s is taken: %s', (academy, content) => {
    expect(at(academy, content)().contentDomain).toBe(content);
  });
});
