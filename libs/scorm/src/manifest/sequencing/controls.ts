import type { SelectionTiming, SequencingControls } from '../activity.js';
import type { ValueReader } from '../element.js';
import type { Parts } from './parts.js';

const timings: SelectionTiming[] = ['never', 'once', 'onEachNewAttempt'];

/**
 * Everything that governs how children are chosen; only what is written, so that the standard's defaults stay with the sequencer.
 * imsss:controlMode, adlseq:constrainedChoiceConsiderations, the attributes of imsss:rollupRules, imsss:randomizationControls.
 */
export function sequencingControls(parts: Parts, values: ValueReader): SequencingControls {
  const mode = parts.get('imsss:controlMode');
  const choice = parts.get('adlseq:constrainedChoiceConsiderations');
  const rollup = parts.get('imsss:rollupRules');
  const random = parts.get('imsss:randomizationControls');
  return {
    ...(mode && {
      choice: values.boolean(mode, 'choice'),
      choiceExit: values.boolean(mode, 'choiceExit'),
      flow: values.boolean(mode, 'flow'),
      forwardOnly: values.boolean(mode, 'forwardOnly'),
      useCurrentAttemptObjectiveInfo: values.boolean(mode, 'useCurrentAttemptObjectiveInfo'),
      useCurrentAttemptProgressInfo: values.boolean(mode, 'useCurrentAttemptProgressInfo'),
    }),
    ...(choice && {
      preventActivation: values.boolean(choice, 'preventActivation'),
      constrainChoice: values.boolean(choice, 'constrainChoice'),
    }),
    ...(rollup && {
      rollupObjectiveSatisfied: values.boolean(rollup, 'rollupObjectiveSatisfied'),
      rollupProgressCompletion: values.boolean(rollup, 'rollupProgressCompletion'),
      objectiveMeasureWeight: values.number(rollup, 'objectiveMeasureWeight', 0, 1),
    }),
    ...(random && {
      selectionTiming: values.word(random, 'selectionTiming', timings),
      selectCount: values.number(random, 'selectCount', 0, 1_000_000),
      randomizationTiming: values.word(random, 'randomizationTiming', timings),
      // a wish, and named as one: whether the children have been put in order is told by the state
      randomizeChildren: values.boolean(random, 'reorderChildren'),
    }),
  };
}
