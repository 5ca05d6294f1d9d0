import { isDeepStrictEqual } from 'node:util';
import type { RuntimeRecord } from '@aula/contracts';
import {
  activityTree,
  deriveScoResult,
  foldSequencing,
  initialSequencing,
  itemsOf,
  playedOrganization,
  rollUpCourse,
  sequencedResult,
  type ActivityTree,
  type CmiState,
  type CourseResult,
  type Manifest,
  type SequencingState,
} from '@aula/scorm';
import type { House } from './house.ts';

interface Live {
  success: string;
  scaled: number | null;
  progress: number;
  path: SequencingState | null;
  manifest: Manifest;
}

/**
 * What an attempt has come to beside its records, replayed from the first: the path of a sequenced package, success, score and progress.
 * `records` are those that were taken, in order, and `scos` what they come to. The package shares nothing with other courses.
 */
export const unlikeOutcome = async (
  house: House,
  attemptId: string,
  records: readonly RuntimeRecord[],
  scos: CmiState['scos'],
): Promise<string[]> => {
  const [live] = await house.rows<Live>(
    `select a.success, a.scaled, a.progress, q.state as path, p.manifest from content.attempt a join content.package p on p.id = a.package_id
     left join content.sequencing q on q.attempt_id = a.id where a.id = $1`,
    [attemptId],
  );
  const { manifest, path, success, scaled, progress } = live!;
  const organization = playedOrganization(manifest);
  const { activityTree: settings, sequenced, items } = organization;
  const tree = sequenced && settings ? activityTree(settings, organization) : null;
  const replayed = tree && path ? replay(tree, path.seed, records) : null;
  const parts = itemsOf(items).map((item) => [item.identifier, deriveScoResult(manifest.version, item, scos[item.identifier])] as const);
  const expected = replayed?.result ?? rollUpCourse(manifest.version, items, Object.fromEntries(parts));
  const sequencing = replayed ? (JSON.parse(JSON.stringify(replayed.state)) as SequencingState) : null;
  return [
    ...(isDeepStrictEqual(path, sequencing)
      ? []
      : [`its path is ${JSON.stringify(path)}, its records come to ${JSON.stringify(sequencing)}`]),
    ...(success === expected.success ? [] : [`success is ${success}, its records come to ${expected.success}`]),
    ...(progress === expected.progress ? [] : [`progress is ${progress}, its records come to ${expected.progress}`]),
    ...(isAmong(scaled, expected.scaled, records) ? [] : [`the score is ${scaled}, its records come to ${expected.scaled} in the end`]),
  ];
};

/** Record by record, because what was achieved stays. */
const replay = (tree: ActivityTree, seed: number, records: readonly RuntimeRecord[]): { state: SequencingState; result: CourseResult } => {
  let state = initialSequencing(seed);
  let result = sequencedResult(tree, state, {});
  for (const record of records) {
    state = foldSequencing(tree, state, [record]).state;
    result = sequencedResult(tree, state, {}, result);
  }
  return { state, result };
};

/** The best score stays, but one that the next of the same commit overwrote was never seen: between the last one and the best. */
const isAmong = (scaled: number | null, last: number | null, records: readonly RuntimeRecord[]): boolean => {
  if (scaled === null || last === null) return scaled === last;
  const scores = records.filter(({ element, result }) => element === 'cmi.core.score.raw' && result === 'true');
  const all = scores.map(({ value }) => Number(value) / 100);
  return scaled >= last && all.includes(scaled);
};
