import { describe, expect, it } from '@jest/globals';
import { meetsPrerequisites } from '../src/index.js';

const status: Record<string, string> = { S1: 'passed', S2: 'completed', S3: 'incomplete', S4: 'failed', 'my-item': 'passed' };
const meets = (expression: string): boolean => meetsPrerequisites(expression, (id) => (Object.hasOwn(status, id) ? status[id] : undefined));

describe('prerequisites of SCORM 1.2', () => {
  it.each([
    ['S1', true],
    ['S3', false],
    ['S1&S2', true],
    ['S1 & S3', false],
    ['S3|S2', true],
    ['~S3', true],
    ['~(S1|S3)', false],
    ['S3 | S1 & S4', false],
    ['(S3 | S1) & S2', true],
    ['S4="failed"', true],
    ['S4="f"', true],
    ['S1<>"passed"', false],
    ['2*{S1,S2,S3}', true],
    ['3*{S1, S2, S3}', false],
    ['my-item', true],
  ])('%s', (expression, expected) => {
    expect(meets(expression)).toBe(expected);
  });

  it.each(['', 'S3 &', '(S3', 'S3 S4', '&', 'x*{S3}', 'S3 = '])('lock nobody out when they cannot be read: %s', (expression) => {
    expect(meets(expression)).toBe(true);
  });

  it('lock nobody out for an item that does not exist', () => {
    expect([meets('gone'), meets('gone & S1'), meets('gone="passed"')]).toEqual([true, true, true]);
  });
});
