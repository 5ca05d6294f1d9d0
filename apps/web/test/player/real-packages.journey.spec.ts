import { beforeAll, it } from '@jest/globals';
import { aLearner, type Learner } from '@aula/content/test/a-launch';
import { fixtures } from '@aula/testing';
import { aBrowser } from '../browser.js';
import { aSchool } from './a-course.js';
import { besideOneAnother } from './beside.js';
import { PackageReader, uploaded } from './package-reader.js';
import { bookmarks, debugs, forcedSequential, postTestRollup, randomTests, readsAndLeaves, walks, type Script } from './package-scripts.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const school = await aSchool();

/** Every package of the third-party folders that can be imported, with what is done to it; some are the same under another name. */
const readings: readonly (readonly [name: string, script: Script, what?: string])[] = [
  ['golf/SequencingForcedSequential_SCORM20043rdEdition', forcedSequential],
  ['golf/SequencingPostTestRollup_SCORM20043rdEdition', postTestRollup],
  ['golf/SequencingRandomTest_SCORM20043rdEdition', randomTests([100, 0], 'passed'), 'passed at the second attempt'],
  ['golf/SequencingRandomTest_SCORM20043rdEdition', randomTests([2, 100], 'failed'), 'failed twice, the second time worse'],
  ['golf/ContentPackagingOneFilePerSCO_SCORM20043rdEdition', walks],
  ['golf/RuntimeMinimumCalls_SCORM20043rdEdition', walks],
  ['moodle/complexscorm', debugs],
  ['golf/RuntimeBasicCalls_SCORM12', bookmarks(false)],
  ['golf/RuntimeBasicCalls_SCORM20043rdEdition', bookmarks(true)],
  ['other/escola_2', bookmarks(false)],
  ['other/escola_RuntimeBasicCalls_SCORM12', bookmarks(false)],
  ['other/escola_RuntimeBasicCalls_SCORM20043rdEdition', bookmarks(true)],
  ['moodle/singlescobasic', bookmarks(false)],
  ['moodle/RuntimeBasicCalls_SCORM20043rdEdition', bookmarks(true)],
  ['golf/ContentPackagingSingleSCO_SCORM12', readsAndLeaves('shared/launchpage.html')],
  ['golf/ContentPackagingSingleSCO_SCORM20043rdEdition', readsAndLeaves('shared/launchpage.html')],
  ['golf/ContentPackagingWithMetadata_SCORM12', readsAndLeaves('index.html')],
  ['moodle/singlesco_scorm12', readsAndLeaves('shared/launchpage.html')],
];

fixtures('a real package', () => {
  const learners: Learner[] = [];
  beforeAll(async () => {
    const packages = await uploaded(school, [...new Set(readings.map(([name]) => name))]);
    for (const [name] of readings) learners.push(await aLearner(school, { packageId: packages.get(name)! }));
  });

  const works = readings.map(([name, script, what], at) => {
    const work = async (): Promise<void> => {
      const reader = await PackageReader.open(school, browser, learners[at]!, at % 3 === 0 && name.includes('BasicCalls') ? 360 : 1280);
      await script(reader);
      await reader.window.context.close();
    };
    return [what ? `${name}, ${what}` : name, work] as const;
  });
  const played = besideOneAnother(3, works);
  it.each([...played.keys()])('is completed by an automated learner: %s', (name) => played.get(name)!(), 120_000);
});
