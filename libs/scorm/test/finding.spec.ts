import { expect, it } from '@jest/globals';
import { finding, findingCodes } from '../src/index.js';

it('every code is kebab-case, with named parameters', () => {
  for (const [code, { severity, parameters }] of Object.entries(findingCodes)) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(['error', 'warning', 'info']).toContain(severity);
    expect(new Set(parameters).size).toBe(parameters.length);
  }
});

it('a finding has the usual severity of its code, or the one it is given', () => {
  const parameters = { item: 'I1' };
  expect(finding('item-empty', parameters)).toEqual({ severity: 'error', code: 'item-empty', parameters });
  expect(finding('item-empty', parameters, { severity: 'warning', path: 'a.xml', line: 3 })).toEqual({
    severity: 'warning',
    code: 'item-empty',
    path: 'a.xml',
    line: 3,
    parameters,
  });
});
