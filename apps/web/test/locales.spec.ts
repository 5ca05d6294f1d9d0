import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { events, rightNames } from '@aula/contracts';
import { inPart } from '../texts.plugin.js';

const source = path.resolve('apps/web/src');
type Texts = { [key: string]: string | Texts };
const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flat(value, `${before}${key}.`),
  );
const read = (language: string) => new Map(flat(JSON.parse(readFileSync(path.join(source, `locales/${language}.json`), 'utf8')) as Texts));

const languages = { es: read('es'), pt: read('pt'), en: read('en'), fr: read('fr') };
/** Plural forms of a language, `Intl.PluralRules`. */
const forms = { es: ['one', 'many', 'other'], pt: ['one', 'many', 'other'], en: ['one', 'other'], fr: ['one', 'many', 'other'] } as const;
const stem = (key: string): string => key.replace(/_(one|many|other)$/, '');
const keysOf = (texts: Map<string, string>): string[] => [...new Set([...texts.keys()].map(stem))].sort();
const placesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const groups = Object.keys(JSON.parse(readFileSync(path.join(source, 'locales/es.json'), 'utf8')) as Texts);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('player/'),
);
const code = files.map((file) => readFileSync(path.join(source, file), 'utf8')).join('\n');
const group = `(?:${groups.join('|')})`;
const named = new Set([...code.matchAll(new RegExp(`['"\`](${group}\\.[\\w.-]+)['"\`]`, 'g'))].map(([, key = '']) => key));
/** Keys put together at run time: what stands for a part matches one part. */
const patterns = [...code.matchAll(new RegExp(`\`(${group}\\.[^\`]*\\$\\{[^\`]*)\``, 'g'))].map(
  ([, key = '']) =>
    new RegExp(
      `^${key
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w.-]+')}$`,
    ),
);

describe('texts of the web application', () => {
  it.each(['pt', 'en', 'fr'] as const)('has every key of Spanish in %s, and no other', (language) => {
    expect(keysOf(languages[language])).toEqual(keysOf(languages.es));
  });

  it.each(['es', 'pt', 'en', 'fr'] as const)('has every plural form in %s', (language) => {
    const texts = languages[language];
    const plural = [...texts.keys()].filter((key) => key.endsWith('_other')).map(stem);
    expect(plural.length).toBeGreaterThan(10);
    expect(plural.flatMap((key) => forms[language].filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${key}_${form}`))).toEqual(
      [],
    );
  });

  it.each(['pt', 'en', 'fr'] as const)('fills the same places in %s as in Spanish', (language) => {
    const wrong = [...languages[language]].filter(([key, text]) => {
      const spanish = languages.es.get(key) ?? languages.es.get(`${stem(key)}_other`) ?? '';
      return placesOf(text).join() !== placesOf(spanish).join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(['es', 'pt', 'en', 'fr'] as const)('says every right in %s', (language) => {
    expect(rightNames.filter((right) => !languages[language].has(`administration.rights.name.${right}`))).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect(Object.values(languages).flatMap((texts) => [...texts].filter(([, text]) => text.trim() === ''))).toEqual([]);
  });

  it('defines every key that is used', () => {
    const defined = new Set(keysOf(languages.es));
    expect([...named].filter((key) => !defined.has(key) && !(key in events))).toEqual([]); // a fact may be named like a text
  });

  it('shows everybody no text of another part', () => {
    const shownBy = (which: RegExp): string[] =>
      files
        .filter((file) => which.test(file))
        .flatMap((file) =>
          [...readFileSync(path.join(source, file), 'utf8').matchAll(new RegExp(`['"\`](${group})\\.[\\w.$-]+`, 'g'))].map(
            ([, name = '']) => name,
          ),
        );
    const everybodys = shownBy(/^(app|features\/(account|learning|search))\//);
    expect(everybodys.length).toBeGreaterThan(100);
    expect(everybodys.filter((name) => !inPart('shared', name))).toEqual([]);
    expect(shownBy(/^features\/(catalogue|legal|verify|welcome)\//).filter((name) => inPart('staff', name))).toEqual([]);
  });

  it('uses every key that is defined', () => {
    expect(keysOf(languages.es).filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });
});
