import { adlCases, deedsAfter, predecessor, type Act, type AdlCase, type Deed } from '../../../../scripts/conformance/adl-cases.ts';
import { manifestOf } from './adl-manifest.js';
import { runCommands } from './adl-comparison.js';
import { HeadlessLearner } from './headless-learner.js';

/** Plays a case from its first delivery to its last; what went otherwise than expected, in words. */
export const playHeadless = async (name: string): Promise<string[]> => {
  const learner = new HeadlessLearner(await manifestOf(name), await sharedBefore(name));
  return playWith(learner, adlCases()[name]!);
};

/** A case may go on with what the case before it left in shared objectives: SX-11c with what SX-11b did. */
const sharedBefore = async (name: string): Promise<HeadlessLearner['shared']> => {
  const before = predecessor(name);
  if (before === null) return {};
  const learner = new HeadlessLearner(await manifestOf(before), await sharedBefore(before));
  playWith(learner, adlCases()[before]!);
  return learner.shared;
};

const playWith = (learner: HeadlessLearner, { acts, meta }: AdlCase): string[] => {
  const wrong: string[] = [];
  learner.launch();
  if (meta.start !== '.' && learner.item?.title !== meta.start && !learner.choose(meta.start))
    wrong.push(`cannot start with ${meta.start}`);
  for (const [at, act] of acts.entries()) {
    const place = `${at + 1}/${acts.length} (activity ${act.act})`;
    const delivered = new URLSearchParams(learner.item?.launch?.query).get('act') ?? learner.item?.title;
    if (learner.ended || delivered !== act.act)
      return [...wrong, `${place}: ${learner.ended ? 'the course ended' : `delivered ${delivered}`}`];
    wrong.push(...visited(learner, act).map((words) => `${place}: ${words}`));
    if (at < acts.length - 1) wrong.push(...goOn(learner, act).map((words) => `${place}: ${words}`));
  }
  return [...wrong, ...learner.differences.map((id) => `player and server differ on ${id}`)];
};

const visited = (learner: HeadlessLearner, act: Act): string[] => {
  const answers = act.uiq.flatMap(([key], at) => {
    const answer = answerTo(learner, key) ? 'Y' : 'N';
    return key === 'click.button' || answer === act.uia[at] ? [] : [`${key} is ${answer}`];
  });
  const { visit } = learner;
  if (!visit) return answers;
  const wrong = runCommands(visit.exposed, act.cmds);
  visit.exposed['Terminate']?.('');
  return [...answers, ...wrong];
};

const goOn = (learner: HeadlessLearner, act: Act): string[] => {
  const followed = learner.afterTerminate();
  if (!act.cui) return followed ? [] : ['nothing followed'];
  return deedsAfter(act, learner.organization.title).flatMap((deed) => (done(learner, deed) ? [] : [`cannot ${JSON.stringify(deed)}`]));
};

const done = (learner: HeadlessLearner, deed: Deed): boolean => {
  switch (deed.do) {
    case 'press':
      return learner.press(deed.control);
    case 'choose':
      return learner.choose(deed.title);
    case 'relaunch':
      learner.vanish();
      learner.launch();
      return deed.then !== 'choose' || learner.item === null; // nothing may open by itself where the learner is to choose
    case 'nothing':
      return true;
  }
};

/** Questions about the screen: `continue.enabled`, `toc.enabled.selectable@Activity 3`, `toc.visible@Activity 7` … */
const answerTo = (learner: HeadlessLearner, key: string): boolean => {
  const [what = '', title = ''] = key.split('@');
  const entry = title && learner.entry(/corresponds to the root/.test(title) ? learner.organization.title : title);
  if (what === 'toc.enabled') return [...learner.entries.values()].some(({ visible, available }) => visible && available);
  if (what === 'toc.enabled.selectable') return Boolean(entry && entry.visible && entry.available);
  if (what === 'toc.visible') return Boolean(entry && entry.visible);
  const [control, state] = what.split('.');
  return learner.control(control as 'continue' | 'previous') === state;
};
