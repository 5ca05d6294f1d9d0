import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** ADL's conformance test packages, with their cases and the stand-in for its applet; third-party data beside the project. */
export const adlFolder = path.resolve(import.meta.dirname, '../../../shared/fixtures/scorm/adl-cts');

/** One call of a test SCO: the driver's function, its parameter, the value to set, the expected return and error code. */
export type Command = readonly [
  call: string,
  parameter: string | null,
  value: string | null,
  expected: string | string[],
  error: string,
  extra?: string,
];

/** One expected delivery of a case, in order, with what happens in it. */
export interface Act {
  act: string;
  cmds: readonly Command[];
  /** Questions about the screen, as key and words, and their answers. */
  uiq: readonly (readonly [key: string, words: string])[];
  uia: readonly ('Y' | 'N')[];
  /** What the learner is then asked to do. */
  cui: string;
  cuiKey?: string;
}
export interface AdlCase {
  acts: readonly Act[];
  /** `start`: title of the activity that the learner chooses first; '.' when the course starts by itself. */
  meta: { start: string };
}

/** The cases of ADL's SCORM 2004 4th Edition conformance test that are at hand, by name. */
export const adlCases = (): Readonly<Record<string, AdlCase>> =>
  Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(path.join(adlFolder, 'driver/cases-dev.json'), 'utf8')) as Record<string, AdlCase>).map(
      ([name, adlCase]) => [name, { ...adlCase, acts: adlCase.acts.map(readable) }],
    ),
  );

/** A line of ADL's files that could not be decoded stands as a call of `?`, at which a page would stop. */
const readable = (act: Act): Act => ({ ...act, cmds: act.cmds.filter(([call]) => call !== '?') });

export const adlPackage = (name: string): string => path.join(adlFolder, `packages/LMSTestPackage_${name}.zip`);

/** Every case has its package and every package its case. */
export const adlPackageNames = (): string[] =>
  readdirSync(path.join(adlFolder, 'packages')).map((file) => file.replace(/^LMSTestPackage_|\.zip$/g, ''));

/** What the learner does after an act, read from the instruction that the test page shows. */
export type Deed =
  | { do: 'press'; control: 'continue' | 'previous' | 'exitAll' }
  | { do: 'choose'; title: string }
  | { do: 'relaunch'; then?: 'choose' }
  | { do: 'nothing' };

/** `root`: the title that stands for the activity tree's root. */
export const deedsAfter = ({ cui, cuiKey = '' }: Act, root: string): Deed[] => {
  const [, title = ''] = /target <b>(.+?)<\/b>/.exec(cui) ?? /launch <b>(.+?)<\/b>\.$/.exec(cui) ?? [];
  const chosen = /corresponds to the root/.test(title) ? root : title;
  if (cuiKey === 'Continue') return [{ do: 'press', control: 'continue' }];
  if (cuiKey === 'Previous') return [{ do: 'press', control: 'previous' }];
  if (cuiKey === 'ContinueExitCM8') return [{ do: 'press', control: 'continue' }, { do: 'relaunch' }];
  if (/^(Choice|ChoiceExit|APIt\d|DMIt\d)$/.test(cuiKey)) return [{ do: 'choose', title: chosen }];
  if (cuiKey === 'RelaunchCM10')
    return [
      { do: 'relaunch', then: 'choose' },
      { do: 'choose', title: 'Activity 4' },
    ];
  if (cuiKey.startsWith('Relaunch')) return [{ do: 'relaunch' }];
  if (cuiKey === 'TRIGExitAll' || cuiKey === 'Exit') return [{ do: 'press', control: 'exitAll' }];
  return [{ do: 'nothing' }];
};

const sequels: Readonly<Record<string, string>> = { 'CO-07b': 'CO-07a', 'OB-09b': 'OB-09a', 'SX-11b': 'SX-11a', 'SX-11c': 'SX-11b' };

/** The case whose learner goes on with this one; null when a fresh learner begins. */
export const predecessor = (name: string): string | null => sequels[name] ?? null;
