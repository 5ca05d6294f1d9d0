import { describe, expect, it } from '@jest/globals';
import { RuntimeApi, type Summary } from '../../src/index.js';
import { aModel } from './a-model.js';

const states = {
  before: [],
  running: ['Initialize'],
  after: ['Initialize', 'Terminate'],
} as const;

type Call = (api: RuntimeApi) => string;
const calls: Readonly<Record<string, Call>> = {
  Initialize: (api) => api.Initialize(''),
  Terminate: (api) => api.Terminate(''),
  GetValue: (api) => api.GetValue('cmi.mode'),
  SetValue: (api) => api.SetValue('cmi.location', '7'),
  Commit: (api) => api.Commit(''),
};

const inState = (state: keyof typeof states, committed?: (summary: Summary) => void, values = {}): RuntimeApi => {
  const api = new RuntimeApi(aModel({ values }), committed);
  for (const call of states[state]) api[call]('');
  return api;
};

describe('when a call may be made', () => {
  it.each([
    ['before', 'Initialize', 'true', '0'],
    ['before', 'Terminate', 'false', '112'],
    ['before', 'GetValue', '', '122'],
    ['before', 'SetValue', 'false', '132'],
    ['before', 'Commit', 'false', '142'],
    ['running', 'Initialize', 'false', '103'],
    ['running', 'Terminate', 'true', '0'],
    ['running', 'GetValue', 'normal', '0'],
    ['running', 'SetValue', 'true', '0'],
    ['running', 'Commit', 'true', '0'],
    ['after', 'Initialize', 'false', '104'],
    ['after', 'Terminate', 'false', '113'],
    ['after', 'GetValue', '', '123'],
    ['after', 'SetValue', 'false', '133'],
    ['after', 'Commit', 'false', '143'],
  ] as const)('%s: %s', (state, call, result, error) => {
    const api = inState(state);
    expect([calls[call]?.(api), api.GetLastError()]).toEqual([result, error]);
  });

  it.each(['Initialize', 'Terminate', 'Commit'] as const)('%s takes only an empty text, whatever the state', (call) => {
    for (const state of ['before', 'running', 'after'] as const) {
      const api = inState(state);
      expect([api[call]('x'), api.GetLastError()]).toEqual(['false', '201']);
    }
  });

  it('a refused call leaves the state', () => {
    const api = inState('running');
    api.Terminate('x');
    expect(api.SetValue('cmi.location', '7')).toBe('true');
  });
});

describe('errors', () => {
  it('stay until the next call that can fail', () => {
    const api = inState('running');
    expect(api.SetValue('cmi.score.scaled', '2')).toBe('false');
    expect([api.GetErrorString('407'), api.GetDiagnostic('407'), api.GetLastError()]).toEqual([
      'Data Model Element Value Out Of Range',
      'Data Model Element Value Out Of Range: cmi.score.scaled',
      '407',
    ]);
    api.GetValue('cmi.mode');
    expect([api.GetLastError(), api.GetDiagnostic('')]).toEqual(['0', '']);
  });

  it.each([
    ['0', 'No Error'],
    ['408', 'Data Model Dependency Not Established'],
    ['', ''],
    ['999', ''],
    ['toString', ''],
    ['4 01', ''],
  ])('the name of "%s" is "%s"', (code, name) => {
    expect(inState('before').GetErrorString(code)).toBe(name);
  });

  it('a diagnosis is short', () => {
    const api = inState('running');
    api.GetValue(`cmi.${'x'.repeat(4_000)}`);
    expect(api.GetDiagnostic('')).toHaveLength(250);
  });
});

describe('what the data amount to', () => {
  const set = (api: RuntimeApi, values: Readonly<Record<string, string>>) =>
    Object.entries(values).forEach(([element, value]) => expect(api.SetValue(element, value)).toBe('true'));

  it('is told at Commit and at Terminate, where thresholds decide', () => {
    const heard: Summary[] = [];
    const thresholds = { 'cmi.completion_threshold': '0.8', 'cmi.scaled_passing_score': '0.5', 'cmi.total_time': 'PT1M' };
    const api = inState('running', (summary) => heard.push(summary), thresholds);
    set(api, { 'cmi.progress_measure': '0.9', 'cmi.score.scaled': '0.4', 'cmi.score.raw': '4', 'cmi.session_time': 'PT30S' });
    api.Commit('');
    api.Terminate('');
    const score = { scaled: 0.4, raw: 4 };
    expect(heard).toEqual([
      { completionStatus: 'unknown', successStatus: 'unknown', totalTimeSeconds: 90, score },
      { completionStatus: 'completed', successStatus: 'failed', totalTimeSeconds: 90, score },
    ]);
  });
});
