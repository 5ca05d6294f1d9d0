import { describe, expect, it } from '@jest/globals';
import { ContentModule } from '@aula/content';
import { APlayer, aLearner, opened, records } from '@aula/content/test/a-launch';
import { inOrder } from '@aula/platform';
import type { ScormVersion } from '@aula/scorm';
import { house } from '@aula/testing';
import { Course } from '../../src/player/course.js';
import type { Draft } from '../../src/player/journal.js';
import { create12 } from '../../src/player/scorm-12-api.js';
import { create2004 } from '../../src/player/scorm-2004-api.js';
import { Visit } from '../../src/player/visit.js';

const school = await house(ContentModule);

type Value = readonly [element: string, value: string];
const twelve = [...Array(12).keys()];
/** What systems lose: other scripts, pictures of two units, quotes, marks of JSON and of the data model, line ends, a bare mark of our own. */
const odd = 'हिन्दी, ñandú 🚓 "x" \\u0000 <b>&amp;</b> [,] \ufdd0';
const mostly = (at: number): string => (at % 3 === 0 ? '0' : `${at}.5`);

const of12: readonly Value[] = [
  ['cmi.core.lesson_location', 'पृष्ठ 0'],
  ['cmi.core.lesson_status', 'incomplete'],
  ['cmi.core.score.raw', '0'],
  ['cmi.core.score.min', '0'],
  ['cmi.core.score.max', '100'],
  ['cmi.suspend_data', odd.repeat(60)],
  ['cmi.comments', odd],
  ['cmi.student_preference.audio', '0'],
  ['cmi.student_preference.language', 'hi'],
  ['cmi.student_preference.speed', '-100'],
  ['cmi.student_preference.text', '0'],
  ...twelve.flatMap((at): Value[] => [
    [`cmi.objectives.${at}.id`, `o${at}`],
    [`cmi.objectives.${at}.score.raw`, mostly(at)],
    [`cmi.objectives.${at}.score.min`, '0'],
    [`cmi.objectives.${at}.score.max`, '100'],
    [`cmi.objectives.${at}.status`, ['passed', 'failed', 'not attempted'][at % 3]!],
  ]),
];
const types12 = ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'] as const;
/** SCORM 1.2 lets content write these and not read them: the API has them to go on with. */
const interactions12: readonly Value[] = twelve.flatMap((at): Value[] => {
  const type = types12[at % types12.length]!;
  const answers = { 'true-false': 't', choice: 'a,b', matching: 'a.1,b.2', sequencing: 'b,a', likert: '3', numeric: '0' };
  const answer = type === 'fill-in' || type === 'performance' ? 'ñandú हिन्दी' : answers[type];
  return [
    [`cmi.interactions.${at}.id`, `q${at}`],
    ...twelve.map((each): Value => [`cmi.interactions.${at}.objectives.${each}.id`, `o${each}`]),
    [`cmi.interactions.${at}.time`, '00:00:00'],
    [`cmi.interactions.${at}.type`, type],
    [`cmi.interactions.${at}.correct_responses.0.pattern`, answer],
    [`cmi.interactions.${at}.correct_responses.1.pattern`, `${answer}0`],
    [`cmi.interactions.${at}.weighting`, mostly(at)],
    [`cmi.interactions.${at}.student_response`, answer],
    [`cmi.interactions.${at}.result`, ['correct', 'wrong', 'unanticipated', 'neutral', '0'][at % 5]!],
    [`cmi.interactions.${at}.latency`, at % 2 === 0 ? '00:00:00' : '00:01:05.25'],
  ];
});

const answers2004 = [
  ['true-false', 'false', 'false'],
  ['choice', 'a[,]b', ''],
  ['fill-in', '{case_matters=true}{order_matters=false}ñ[,]{lang=hi}हिन्दी', 'ñ[,]{lang=hi}हिन्दी'],
  ['long-fill-in', '{case_matters=false}{lang=es}ñandú', `{lang=es}${odd}`],
  ['likert', 'urn:x:0', 'urn:x:0'],
  ['matching', '0[.]a[,]1[.]b', '0[.]b'],
  ['performance', '{order_matters=false}a[.]0[,]b[.]0[:]1', 'a[.]0[,]b[.]हिन्दी'],
  ['sequencing', 'b[,]a', 'a[,]b'],
  ['numeric', '0[:]0', '0'],
  ['other', odd, odd],
] as const;
const of2004: readonly Value[] = [
  ['cmi.location', ''],
  ['cmi.completion_status', 'incomplete'],
  ['cmi.success_status', 'failed'],
  ['cmi.score.scaled', '0'],
  ['cmi.score.raw', '0'],
  ['cmi.score.min', '0'],
  ['cmi.score.max', '0.0'],
  ['cmi.progress_measure', '0'],
  ['cmi.suspend_data', odd.repeat(1_000)],
  ['cmi.learner_preference.audio_level', '0'],
  ['cmi.learner_preference.language', 'hi'],
  ['cmi.learner_preference.delivery_speed', '0'],
  ['cmi.learner_preference.audio_captioning', '0'],
  ...twelve.flatMap((at): Value[] => [
    [`cmi.comments_from_learner.${at}.comment`, `{lang=hi}${odd}`],
    [`cmi.comments_from_learner.${at}.location`, `0${odd}`],
    [`cmi.comments_from_learner.${at}.timestamp`, '2026-05-04T00:00:00.00+05:30'],
    [`cmi.objectives.${at}.id`, `urn:o:${at}`],
    [`cmi.objectives.${at}.score.scaled`, at % 2 === 0 ? '0' : '-0.25'],
    [`cmi.objectives.${at}.score.raw`, mostly(at)],
    [`cmi.objectives.${at}.score.min`, '0'],
    [`cmi.objectives.${at}.score.max`, '100'],
    [`cmi.objectives.${at}.success_status`, ['passed', 'failed', 'unknown'][at % 3]!],
    [`cmi.objectives.${at}.completion_status`, ['completed', 'incomplete', 'not attempted'][at % 3]!],
    [`cmi.objectives.${at}.progress_measure`, '0'],
    [`cmi.objectives.${at}.description`, odd],
  ]),
  ...twelve.flatMap((at): Value[] => {
    const [type, pattern, response] = answers2004[at % answers2004.length]!;
    return [
      [`cmi.interactions.${at}.id`, `urn:q:${at}`],
      [`cmi.interactions.${at}.type`, type],
      ...twelve.map((each): Value => [`cmi.interactions.${at}.objectives.${each}.id`, `urn:o:${each}`]),
      [`cmi.interactions.${at}.timestamp`, '2026-05-04T00:00:00'],
      [`cmi.interactions.${at}.correct_responses.0.pattern`, pattern],
      [`cmi.interactions.${at}.weighting`, mostly(at)],
      [`cmi.interactions.${at}.learner_response`, response],
      [`cmi.interactions.${at}.result`, ['correct', 'incorrect', 'unanticipated', 'neutral', '0'][at % 5]!],
      [`cmi.interactions.${at}.latency`, 'PT0S'],
      [`cmi.interactions.${at}.description`, odd],
    ];
  }),
];

/** A visit in the learner's player, by what the academy gives out at a new lease. */
const visitOf = async (version: ScormVersion, player: APlayer) => {
  const leased = await player.lease();
  const course = new Course(leased);
  const item = course.items[0]!;
  const drafts: Draft[] = [];
  let kept: object = {};
  const create = version === '1.2' ? create12 : create2004;
  const events = { record: (draft: Draft) => void drafts.push(draft), terminated: () => undefined };
  const { exposed } = new Visit(
    version,
    item.identifier,
    () => 0,
    events,
    (committed) =>
      create({
        ...{ context: course.launch(item), stores: [], allows: () => undefined },
        committed: (commit) => {
          kept = (commit as { runtimeData?: object }).runtimeData ?? {};
          committed(commit);
        },
      }),
  );
  const call = (name: string, ...parameters: string[]): string =>
    exposed[version === '1.2' ? `LMS${name === 'Terminate' ? 'Finish' : name}` : name]!(...parameters);
  expect(call('Initialize', '')).toBe('true');
  return {
    call,
    /** The data that the API hands over at a Commit, readable to content or not. */
    whole: (): ReadonlyMap<string, string> => {
      call('Commit', '');
      return new Map(leaves(kept));
    },
    handIn: () => inOrder(parts([opened, ...drafts], 150), ({ from, part }) => player.commit(leased.epoch, records(from, ...part))),
  };
};

const parts = <T>(list: readonly T[], size: number): { from: number; part: T[] }[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => ({ from: at * size + 1, part: list.slice(at * size, (at + 1) * size) }));

const leaves = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return typeof each === 'object' && each !== null ? leaves(each, name) : [[name, String(each)]];
  });

const counts: readonly Value[] = [
  ['cmi.objectives._count', '12'],
  ['cmi.interactions._count', '12'],
  ...twelve.map((at): Value => [`cmi.interactions.${at}.objectives._count`, '12']),
];

describe('everything that content may write comes back from the database at the next visit, as it was said', () => {
  it.each<[ScormVersion, readonly Value[], readonly Value[], readonly Value[]]>([
    ['1.2', of12, interactions12, [...counts, ['cmi.core.entry', 'resume'], ['cmi.core.total_time', '00:00:00.5']]],
    ['2004', of2004, [], [...counts, ['cmi.comments_from_learner._count', '12'], ['cmi.entry', 'resume'], ['cmi.total_time', 'PT0.5S']]],
  ])('SCORM %s', async (version, readable, unreadable, also) => {
    expect(readable.length + unreadable.length).toBeGreaterThan(315);
    const player = await APlayer.open(school, await aLearner(school, { version }));
    const first = await visitOf(version, player);
    const wrong = [...readable, ...unreadable].filter(([element, value]) => first.call('SetValue', element, value) !== 'true');
    expect(wrong).toEqual([]);
    const core = version === '1.2' ? 'cmi.core' : 'cmi';
    expect(first.call('SetValue', `${core}.session_time`, version === '1.2' ? '00:00:00.50' : 'PT0.5S')).toBe('true');
    expect(first.call('SetValue', `${core}.exit`, 'suspend')).toBe('true');
    expect(first.call('Terminate', '')).toBe('true');
    await first.handIn();
    const second = await visitOf(version, player);
    const found = [...readable, ...also].map(([element]) => [element, second.call('GetValue', element)]);
    expect(found).toEqual([...readable, ...also]);
    const whole = unreadable.length > 0 ? second.whole() : new Map<string, string>();
    expect(unreadable.map(([element]) => [element, whole.get(element)])).toEqual(unreadable);
    expect(second.call('Terminate', '')).toBe('true');
  });
});
