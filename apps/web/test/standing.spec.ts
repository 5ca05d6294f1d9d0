import { describe, expect, it } from '@jest/globals';
import type { EnrollmentView } from '@aula/contracts';
import { byUrgency, missingOf, nextStep, placeOf, standingOf } from '../src/features/learning/standing.js';

type Unit = EnrollmentView['units'][number];
const now = Date.parse('2026-06-01T00:00:00Z');
const aUnit = (id: string, position: number, change: Partial<Unit> = {}): Unit => ({
  unitId: id,
  position,
  kind: 'page',
  title: { es: id },
  required: true,
  state: 'not-started',
  progress: 0,
  score: null,
  doneAt: null,
  markedBy: null,
  quizId: null,
  packageId: null,
  ...change,
});
const anEnrollment = (change: Partial<EnrollmentView> = {}): EnrollmentView =>
  ({ state: 'active', opensAt: '2026-05-01T00:00:00Z', closesAt: '2026-07-01T00:00:00Z', units: [], ...change }) as EnrollmentView;

describe('standing of an enrollment', () => {
  it.each([
    [{}, 'open'],
    [{ opensAt: '2026-06-02T00:00:00Z' }, 'not-yet'],
    [{ closesAt: '2026-05-31T00:00:00Z' }, 'over'],
    [{ state: 'pending' as const }, 'pending'],
    [{ state: 'withdrawn' as const }, 'withdrawn'],
    [{ state: 'completed' as const }, 'open'],
  ])('%j is %s', (change, standing) => {
    expect(standingOf(anEnrollment(change), now)).toBe(standing);
  });

  it('puts what can be done now first, by deadline, and what is finished last', () => {
    const titled = (editionTitle: string, change: Partial<EnrollmentView>) => anEnrollment({ editionTitle, ...change });
    const list = [
      titled('done', { state: 'completed' }),
      titled('later', { opensAt: '2026-06-10T00:00:00Z' }),
      titled('slow', {}),
      titled('soon', { closesAt: '2026-06-03T00:00:00Z' }),
    ];
    expect(list.sort(byUrgency(now)).map(({ editionTitle }) => editionTitle)).toEqual(['soon', 'slow', 'later', 'done']);
  });
});

describe('the next step', () => {
  it('is the first required unit that is not done', () => {
    const units = [aUnit('c', 3), aUnit('a', 1, { state: 'completed' }), aUnit('b', 2, { required: false })];
    expect(nextStep(units)?.unitId).toBe('c');
  });

  it('is a failed quiz rather than nothing, and never a session', () => {
    expect(nextStep([aUnit('s', 1, { kind: 'session' }), aUnit('q', 2, { kind: 'quiz', state: 'failed' })])?.unitId).toBe('q');
    expect(nextStep([aUnit('s', 1, { kind: 'session' })])).toBeUndefined();
  });

  it('knows where a unit stands', () => {
    const units = [aUnit('b', 2), aUnit('a', 1)];
    expect(placeOf(units, 'a')).toMatchObject({ number: 1, before: undefined, after: { unitId: 'b' } });
    expect(placeOf(units, 'b')).toMatchObject({ number: 2, before: { unitId: 'a' }, after: undefined });
    expect(placeOf(units, 'c').number).toBe(0);
  });

  it('knows what the rule of the course still asks for', () => {
    const units = [aUnit('b', 2), aUnit('a', 1, { state: 'passed' }), aUnit('o', 3, { required: false })];
    expect(missingOf(units, 'required').map(({ unitId }) => unitId)).toEqual(['b']);
    expect(missingOf(units, ['a', 'o']).map(({ unitId }) => unitId)).toEqual(['o']);
  });
});
