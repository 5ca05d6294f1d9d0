import { expect, it } from '@jest/globals';
import { languages, packageFindings, packageFindingText, type PackageFindingCode } from '@aula/contracts';
import { findingCodes } from '@aula/scorm';

const own: Readonly<Record<string, readonly string[]>> = {
  'archive-method-unsupported': ['method'],
  'archive-file-damaged': [],
  'archive-headers-disagree': [],
  'unpack-failed': [],
};
const parametersOf = { ...Object.fromEntries(Object.entries(findingCodes).map(([code, { parameters }]) => [code, parameters])), ...own };
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

it('has a text for every code of libs/scorm and of the unpacker, and no other', () => {
  expect(Object.keys(packageFindings).sort()).toEqual(Object.keys(parametersOf).sort());
});

it.each(Object.keys(packageFindings) as PackageFindingCode[])('%s: says the same in four languages, with parameters that exist', (code) => {
  const texts = languages.map((language) => packageFindings[code][language]);
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) {
    expect(text).toMatch(/^\p{Lu}.*\.$/su);
    expect(parametersOf[code]).toEqual(expect.arrayContaining(places(text)));
    expect(places(text)).toEqual(places(texts[0]!));
  }
});

it('fills in what was found', () => {
  expect(packageFindingText('launch-file-missing', 'en', { item: 'I1', href: 'a.html' })).toBe(
    'The item “I1” opens “a.html”, which is not in the package. Include it and export again.',
  );
});
