import { describe, expect, it } from '@jest/globals';
import * as scormAgain from 'scorm-again/scorm12';
import type { LaunchContext, ManifestItem } from '@aula/scorm';
import { create12 } from '../../src/player/scorm-12-api.js';
import { load, Scorm12API } from '../../src/player/scorm-again-defects.js';
import type { Methods } from '../../src/player/scorm-api.js';

const item: ManifestItem = { identifier: 'I1', title: 'One', visible: true, kind: 'sco', masteryScore: '80', children: [] };
const learner = { id: 'l-1', name: 'Pérez, Ana', language: 'es' };

const opened = (): Methods => {
  const api = create12({
    context: { version: '1.2', item, learner },
    stores: [],
    allows: () => undefined,
    committed: () => undefined,
  });
  expect(api['LMSInitialize']?.('')).toBe('true');
  return api;
};

type Call = [element: string, value: string, code: string];

const plays = (api: Methods, calls: readonly Call[]): void => {
  const played = calls.map(([element, value]) => [element, value, api['LMSSetValue']?.(element, value) && api['LMSGetLastError']?.()]);
  expect(played).toEqual(calls);
};

describe('SCORM 1.2 by scorm-again', () => {
  it('judges values by the standard', () => {
    const api = opened();
    plays(api, [
      ...['passed', 'completed', 'failed', 'incomplete', 'browsed'].map((status): Call => ['cmi.core.lesson_status', status, '0']),
      ...['not attempted', 'Completed', ''].map((status): Call => ['cmi.core.lesson_status', status, '405']),
      ...['0', '85.5', '100', ''].map((score): Call => ['cmi.core.score.raw', score, '0']),
      ...['-1', '101', 'ten'].map((score): Call => ['cmi.core.score.raw', score, '405']),
      ...['00:00:00', '0000:05:03.12', '9999:59:59.99'].map((time): Call => ['cmi.core.session_time', time, '0']),
      ...['', '0:5:3', 'PT5M'].map((time): Call => ['cmi.core.session_time', time, '405']),
      ...['time-out', 'suspend', 'logout', ''].map((exit): Call => ['cmi.core.exit', exit, '0']),
      ['cmi.core.lesson_location', 'a'.repeat(256), '405'],
      ['cmi.core.student_id', 'x', '403'],
      ['cmi.core._children', 'x', '402'],
      ['cmi.core.colour', 'x', '401'],
    ]);
  });

  it('opens the entries of lists one after another', () => {
    const api = opened();
    plays(api, [
      ['cmi.interactions.1.id', 'q', '201'],
      ['cmi.interactions.0.id', 'q', '0'],
      ['cmi.interactions.0.type', 'choice', '0'],
      ['cmi.interactions.0.type', 'other', '405'],
      ['cmi.interactions.0.student_response', 'a', '0'],
      ['cmi.interactions.0.result', 'wrong', '0'],
      ['cmi.interactions.0.latency', '00:00:10', '0'],
      ['cmi.interactions.0.correct_responses.0.pattern', 'b', '0'],
      ['cmi.objectives.0.id', 'o', '0'],
      ['cmi.objectives.0.score.raw', '150', '405'],
      ['cmi.objectives.0.status', 'passed', '0'],
    ]);
    expect([api['LMSGetValue']?.('cmi.interactions.0.id'), api['LMSGetLastError']?.()]).toEqual(['', '404']);
  });
});

const parts = ['cmi', 'cmi.core', 'cmi.core.score', 'cmi.objectives', 'cmi.objectives.0.score', 'cmi.interactions.0.objectives'];

/** Whether the data model still works after a text was put in the place of one of its parts. */
const survives = (api: Methods, part: string): boolean => {
  api['LMSSetValue']?.('cmi.objectives.0.id', 'o');
  api['LMSSetValue']?.('cmi.interactions.0.id', 'q');
  const refused = api['LMSSetValue']?.(part, 'x') === 'false' && api['LMSGetValue']?.(part) === '';
  const calls = ['cmi.core.score.raw', 'cmi.objectives.0.score.raw'].map((element) => api['LMSSetValue']?.(element, '5'));
  return (
    refused && calls.every((result) => result === 'true') && api['LMSSetValue']?.('cmi.interactions.0.objectives.0.id', 'o') === 'true'
  );
};

describe.each(parts)('%s is a part, not a value', (part) => {
  it('and stays one', () => {
    expect(survives(opened(), part)).toBe(true);
  });

  it('which scorm-again by itself overwrites', () => {
    const api = new Scorm12API({ logLevel: 5, autocommit: false });
    api['LMSInitialize']?.('');
    expect(survives(api, part)).toBe(false);
  });
});

describe('a score of no points from an earlier visit', () => {
  const scored = (fill: (api: InstanceType<typeof Scorm12API>) => void): string | undefined => {
    const api = new Scorm12API({ logLevel: 5, autocommit: false });
    fill(api);
    api['LMSInitialize']?.('');
    return api['LMSGetValue']?.('cmi.core.score.raw');
  };

  it('is there again', () => {
    const visited = { visit: 'terminated', visits: 1, earlierSeconds: 0, latched: { completed: false, passed: false } } as const;
    const context: LaunchContext = { version: '1.2', item, learner, state: { ...visited, elements: { 'cmi.core.score.raw': '0' } } };
    expect(scored((api) => load(api, context))).toBe('0');
  });

  it('which scorm-again by itself drops as a number', () => {
    expect(scored((api) => api.loadFromJSON({ cmi: { core: { score: { raw: 0 } } } }))).toBe('');
  });
});

it('the class is where the module has it, not where its types say', () => {
  expect(Object.keys(scormAgain)).toContain('Scorm12API');
  expect((scormAgain as { default?: unknown }).default).toBeUndefined();
});
