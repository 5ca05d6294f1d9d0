import { describe, expect, it } from '@jest/globals';
import { emptyState, foldRecords, timeLimit, type ScoState } from '../src/index.js';
import { aSco, records } from './builders.js';

type Calls = Parameters<typeof records>[0];
const stateAfter = (calls: Calls): ScoState | undefined => foldRecords(emptyState(), records(calls)).scos['I1'];

describe('the time that is left', () => {
  it.each([
    ['exit,message', { exit: true, message: true }],
    ['exit,no message', { exit: true, message: false }],
    ['continue,message', { exit: false, message: true }],
  ])('%s', (timeLimitAction, what) => {
    expect(timeLimit('1.2', aSco({ maxTimeAllowed: '00:10:00', timeLimitAction }), undefined)).toEqual({
      seconds: 600,
      secondsLeft: 600,
      ...what,
    });
    expect(timeLimit('2004', aSco({ maxTimeAllowed: 'PT10M', timeLimitAction }), undefined)).toEqual({
      seconds: 600,
      secondsLeft: 600,
      ...what,
    });
  });

  it.each([
    ['no limit', { timeLimitAction: 'exit,message' }],
    ['a limit that nothing follows', { maxTimeAllowed: 'PT10M', timeLimitAction: 'continue,no message' }],
    ['a limit without a word of what follows', { maxTimeAllowed: 'PT10M' }],
    ['a limit that cannot be read', { maxTimeAllowed: 'soon', timeLimitAction: 'exit,message' }],
  ])('%s', (_, item) => {
    expect(timeLimit('2004', aSco(item), undefined)).toBeNull();
  });

  const item = aSco({ maxTimeAllowed: 'PT10M', timeLimitAction: 'exit,message' });
  const visit: Calls = ['open', 'init', ['cmi.session_time', 'PT7M'], ['cmi.exit', 'suspend'], 'term'];

  it('earlier visits count, and no more than there is', () => {
    expect(timeLimit('2004', item, stateAfter(visit))?.secondsLeft).toBe(180);
    expect(timeLimit('2004', item, stateAfter([...visit, ...visit]))?.secondsLeft).toBe(0);
    expect(timeLimit('2004', item, stateAfter(visit), 300)?.secondsLeft).toBe(180);
    expect(timeLimit('2004', item, stateAfter(visit), 500)?.secondsLeft).toBe(100);
    expect(timeLimit('2004', item, undefined, 700)?.secondsLeft).toBe(0);
  });
});
