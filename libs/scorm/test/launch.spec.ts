import { describe, expect, it } from '@jest/globals';
import {
  cmiForLaunch,
  DataModel,
  emptyState,
  entryFor,
  foldRecords,
  launchValues,
  type LaunchContext,
  type ScoState,
} from '../src/index.js';
import { aSco, records } from './builders.js';
import { Scorm12API } from './scorm-again.js';

type Calls = Parameters<typeof records>[0];
const stateAfter = (calls: Calls): ScoState | undefined => foldRecords(emptyState(), records(calls)).scos['I1'];

describe('cmi.entry', () => {
  const bookmark: Calls[number] = ['cmi.location', '7'];
  it.each<[string, Calls, string]>([
    ['a first visit', [], 'ab-initio'],
    ['suspended', ['init', ['cmi.exit', 'suspend'], 'term'], 'resume'],
    ['suspended (1.2)', ['init', ['cmi.core.exit', 'suspend'], 'term'], 'resume'],
    ['ended normally', ['init', bookmark, ['cmi.exit', 'normal'], 'term'], ''],
    ['logged out', ['init', ['cmi.exit', 'logout'], 'term'], ''],
    ['timed out with suspend data', ['init', ['cmi.suspend_data', 'x'], ['cmi.exit', 'time-out'], 'term'], 'resume'],
    ['timed out without', ['init', bookmark, ['cmi.exit', 'time-out'], 'term'], ''],
    ['ended without a word', ['init', 'term'], 'ab-initio'],
    ['ended without a word, but bookmarked', ['init', bookmark, 'term'], ''],
    ['crashed with a location', ['open', 'init', bookmark], 'resume'],
    ['crashed with a 1.2 location', ['init', ['cmi.core.lesson_location', '7']], 'resume'],
    ['crashed with suspend data', ['init', ['cmi.suspend_data', 'x']], 'resume'],
    ['crashed with nothing', ['init', ['cmi.score.raw', '1']], 'ab-initio'],
    ['left without Terminate', ['open', 'init', bookmark, 'leave'], 'resume'],
    ['crashed after an earlier normal end', ['init', bookmark, ['cmi.exit', 'normal'], 'term', 'init'], 'resume'],
  ])('%s', (_, calls, entry) => {
    expect(entryFor(stateAfter(calls))).toBe(entry);
  });
});

const learner = { id: '0199-a', name: 'Ñandú, Família', language: 'es' };

/** As PostgreSQL's jsonb gives it back: shorter keys first. */
const stored = (state: ScoState | undefined): ScoState | undefined =>
  state && {
    ...state,
    elements: Object.fromEntries(Object.entries(state.elements).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))),
  };

describe('runtime data for 1.2, as scorm-again takes them', () => {
  const started = (context: Partial<LaunchContext>) => {
    const api = new Scorm12API({ logLevel: 5 });
    api.loadFromJSON(cmiForLaunch({ version: '1.2', item: aSco(), learner, ...context }));
    expect(api.LMSInitialize('')).toBe('true');
    return (element: string) => api.LMSGetValue(`cmi.${element}`);
  };

  it('a first visit', () => {
    const get = started({});
    expect(get('core.student_id')).toBe('0199-a');
    expect(get('core.student_name')).toBe('Ñandú, Família');
    expect(get('core.entry')).toBe('ab-initio');
    expect(get('core.lesson_status')).toBe('not attempted');
    expect(get('core.lesson_mode')).toBe('normal');
    expect(get('core.credit')).toBe('credit');
    expect(get('core.total_time')).toBe('00:00:00');
    expect(get('student_preference.language')).toBe('es');
  });

  it('what the manifest says', () => {
    const get = started({
      item: aSco({ masteryScore: '80', maxTimeAllowed: '0001:30:00', timeLimitAction: 'exit,message', launchData: 'a=1\nb=2' }),
      mode: 'review',
    });
    expect(get('student_data.mastery_score')).toBe('80');
    expect(get('student_data.max_time_allowed')).toBe('01:30:00');
    expect(get('student_data.time_limit_action')).toBe('exit,message');
    expect(get('launch_data')).toBe('a=1\nb=2');
    expect([get('core.lesson_mode'), get('core.credit')]).toEqual(['review', 'no-credit']);
  });

  it('everything an earlier visit stored, zeros and lists of more than ten included', () => {
    const list = Array.from({ length: 12 }, (_, at) => at);
    const interactions = list.flatMap((at): Calls => [
      [`cmi.interactions.${at}.id`, `q${at}`],
      [`cmi.interactions.${at}.type`, 'choice'],
      [`cmi.interactions.${at}.correct_responses.0.pattern`, 'a'],
      [`cmi.interactions.${at}.student_response`, 'b'],
      [`cmi.objectives.${at}.id`, `o${at}`],
      [`cmi.objectives.${at}.score.raw`, '0'],
    ]);
    const state = stateAfter([
      'init',
      ['cmi.core.lesson_location', 'पृष्ठ 7'],
      ['cmi.suspend_data', 'x'.repeat(64_000)],
      ['cmi.core.score.raw', '0'],
      ['cmi.core.lesson_status', 'incomplete'],
      ['cmi.student_preference.audio', '0'],
      ...interactions,
      ['cmi.core.session_time', '00:01:00.50'],
      ['cmi.core.exit', 'suspend'],
      'term',
    ]);
    const get = started({ ...(state && { state: stored(state) ?? state }) });
    expect(get('core.entry')).toBe('resume');
    expect(get('core.lesson_location')).toBe('पृष्ठ 7');
    expect(get('suspend_data')).toHaveLength(64_000);
    expect(get('core.score.raw')).toBe('0');
    expect(get('core.lesson_status')).toBe('incomplete');
    expect(get('core.total_time')).toBe('00:01:00.5');
    expect(get('student_preference.audio')).toBe('0');
    expect([get('interactions._count'), get('objectives._count')]).toEqual(['12', '12']);
    expect([get('objectives.10.id'), get('objectives.11.score.raw')]).toEqual(['o10', '0']);
  });

  it('the status as the mastery score decided it', () => {
    const state = stateAfter(['init', ['cmi.core.score.raw', '85'], ['cmi.core.lesson_status', 'completed'], 'term']);
    expect(started({ item: aSco({ masteryScore: '80' }), ...(state && { state }) })('core.lesson_status')).toBe('passed');
  });
});

describe('runtime data for 2004, as content finds them', () => {
  const started = (context: Partial<LaunchContext>) => {
    const model = new DataModel({ values: launchValues({ version: '2004', item: aSco(), learner, ...context }) });
    return (element: string) => model.get(`cmi.${element}`).value;
  };

  it('a first visit, with the objectives of the manifest', () => {
    const get = started({
      item: aSco({
        objectiveIds: ['P', 'A'],
        scaledPassingScore: '0.8',
        completionThreshold: '0.5',
        maxTimeAllowed: 'PT1H',
        timeLimitAction: 'continue,no message',
        launchData: 'a=1',
      }),
    });
    expect([get('objectives._count'), get('objectives.0.id'), get('objectives.1.id')]).toEqual(['2', 'P', 'A']);
    expect([get('scaled_passing_score'), get('completion_threshold')]).toEqual(['0.8', '0.5']);
    expect([get('max_time_allowed'), get('time_limit_action'), get('launch_data')]).toEqual(['PT1H', 'continue,no message', 'a=1']);
    expect([get('entry'), get('mode'), get('credit'), get('total_time')]).toEqual(['ab-initio', 'normal', 'credit', 'PT0S']);
    expect([get('learner_id'), get('learner_name'), get('learner_preference.language')]).toEqual(['0199-a', 'Ñandú, Família', 'es']);
    expect([get('completion_status'), get('success_status')]).toEqual(['unknown', 'unknown']);
  });

  it('everything an earlier visit stored', () => {
    const list = Array.from({ length: 13 }, (_, at) => at);
    const interactions = list.flatMap((at): Calls => [
      [`cmi.interactions.${at}.id`, `q${at}`],
      [`cmi.interactions.${at}.type`, 'choice'],
      [`cmi.interactions.${at}.objectives.0.id`, 'A'],
      [`cmi.interactions.${at}.correct_responses.0.pattern`, 'a[,]b'],
      [`cmi.interactions.${at}.learner_response`, 'a'],
      [`cmi.interactions.${at}.result`, 'incorrect'],
      [`cmi.interactions.${at}.weighting`, '0'],
    ]);
    const state = stateAfter([
      'init',
      ['cmi.location', '7'],
      ['cmi.suspend_data', 'हिन्दी 🚓'],
      ['cmi.score.scaled', '0'],
      ['cmi.score.raw', '0'],
      ['cmi.progress_measure', '0.25'],
      ['cmi.completion_status', 'incomplete'],
      ['cmi.learner_preference.language', 'pt'],
      ['cmi.learner_preference.audio_level', '0'],
      ['cmi.objectives.1.score.scaled', '-0.5'],
      ['cmi.objectives.2.id', 'C'],
      ['cmi.comments_from_learner.0.comment', 'ok'],
      ...interactions,
      ['cmi.session_time', 'PT1M0.5S'],
      ['cmi.exit', 'suspend'],
      'term',
    ]);
    const get = started({ item: aSco({ objectiveIds: ['P', 'A'] }), ...(state && { state: stored(state) ?? state }) });
    expect([get('entry'), get('location'), get('suspend_data')]).toEqual(['resume', '7', 'हिन्दी 🚓']);
    expect([get('score.scaled'), get('score.raw'), get('progress_measure'), get('completion_status')]).toEqual([
      '0',
      '0',
      '0.25',
      'incomplete',
    ]);
    expect([get('total_time'), get('learner_preference.language'), get('learner_preference.audio_level')]).toEqual(['PT1M0.5S', 'pt', '0']);
    expect([get('objectives._count'), get('objectives.0.id'), get('objectives.1.score.scaled'), get('objectives.2.id')]).toEqual([
      '3',
      'P',
      '-0.5',
      'C',
    ]);
    expect(get('interactions._count')).toBe('13');
    expect([get('interactions.12.correct_responses.0.pattern'), get('interactions.10.result'), get('interactions.11.weighting')]).toEqual([
      'a[,]b',
      'incorrect',
      '0',
    ]);
    expect(get('comments_from_learner.0.comment')).toBe('ok');
  });

  it('what the manifest does not say has no value', () => {
    const model = new DataModel({ values: launchValues({ version: '2004', item: aSco(), learner }) });
    const unknown = ['launch_data', 'completion_threshold', 'scaled_passing_score', 'max_time_allowed', 'location', 'suspend_data'];
    expect(unknown.map((element) => model.get(`cmi.${element}`).error)).toEqual(unknown.map(() => 403));
    expect(model.get('cmi.time_limit_action')).toEqual({ value: 'continue,no message', error: 0 });
  });

  it('an empty text that content stored is one', () => {
    const state = stateAfter(['init', ['cmi.location', ''], ['cmi.exit', 'suspend'], 'term']);
    const model = new DataModel({ values: launchValues({ version: '2004', item: aSco(), learner, ...(state && { state }) }) });
    expect(model.get('cmi.location')).toEqual({ value: '', error: 0 });
  });
});

it('scorm-again gets only strings as leaves', () => {
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
  const state = stateAfter(['init', ['cmi.core.lesson_location', '0'], ['cmi.core.score.raw', '0'], 'term']);
  const json = cmiForLaunch({ version: '1.2', item: aSco(), learner, ...(state && { state }) });
  expect(leaves(json).every((leaf) => typeof leaf === 'string' && leaf !== '')).toBe(true);
});
