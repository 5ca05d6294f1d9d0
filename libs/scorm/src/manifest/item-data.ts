import { parseDuration, parseTimespan } from '../runtime/time.js';
import type { CompletionThreshold, HideLmsUi, SharedDataMap } from './activity.js';
import { childOf, childrenOf, identifierIn, textOf, type ValueReader } from './element.js';
import type { ManifestItem } from './manifest.js';
import type { XmlElement } from './xml.js';

type ItemData = Partial<
  Pick<
    ManifestItem,
    | 'prerequisites'
    | 'masteryScore'
    | 'maxTimeAllowed'
    | 'timeLimitAction'
    | 'launchData'
    | 'scaledPassingScore'
    | 'completionThreshold'
    | 'objectiveIds'
    | 'deliveryControls'
    | 'limits'
  >
>;

const timeLimitActions = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

/** adlcp elements of a 1.2 item. SCORM 1.2 CAM 2.3.2.5. */
export function itemData12(element: XmlElement, values: ValueReader): ItemData {
  const text = (name: string) => textOf(childOf(element, 'adlcp', name));
  const mastery = values.numberText(childOf(element, 'adlcp', 'masteryscore'), 0, 100);
  return present({
    prerequisites: text('prerequisites'),
    masteryScore: mastery === undefined ? '' : String(mastery),
    maxTimeAllowed: values.checked(element, 'maxtimeallowed', text('maxtimeallowed'), (value) => parseTimespan(value) !== undefined),
    timeLimitAction: timeLimitAction(element, values),
    launchData: rawText(childOf(element, 'adlcp', 'datafromlms')),
  });
}

/** adlcp elements of a 2004 item, with what its sequencing says about the runtime data. SCORM 2004 4th Ed. CAM 3.4.1.11–15. */
export function itemData2004(element: XmlElement, sequenced: ItemData, values: ValueReader): ItemData {
  const threshold = completionThreshold(element, values);
  const duration = sequenced.limits?.attemptAbsoluteDurationLimit ?? '';
  return present({
    ...sequenced,
    maxTimeAllowed: values.checked(element, 'attemptAbsoluteDurationLimit', duration, (value) => parseDuration(value) !== undefined),
    timeLimitAction: timeLimitAction(element, values),
    launchData: rawText(childOf(element, 'adlcp', 'dataFromLMS')),
    completionThreshold: threshold?.completedByMeasure ? String(threshold.minProgressMeasure) : '',
  });
}

/** 3rd Edition: the measure as text, which by being there decides. 4th: attributes, which decide only when told to. */
export function completionThreshold(element: XmlElement, values: ValueReader): CompletionThreshold | undefined {
  const threshold = childOf(element, 'adlcp', 'completionThreshold');
  if (!threshold) return undefined;
  const written = values.numberText(threshold, 0, 1);
  if (written !== undefined) return { completedByMeasure: true, minProgressMeasure: written, progressWeight: 1 };
  return {
    completedByMeasure: values.boolean(threshold, 'completedByMeasure') ?? false,
    minProgressMeasure: values.number(threshold, 'minProgressMeasure', 0, 1) ?? 1,
    progressWeight: values.number(threshold, 'progressWeight', 0, 1) ?? 1,
  };
}

const hideable: HideLmsUi[] = ['continue', 'previous', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'];

/** adlnav:presentation; each control once. */
export function hiddenControls(element: XmlElement, values: ValueReader): HideLmsUi[] {
  const presentation = childOf(element, 'adlnav', 'presentation');
  const navigation = presentation && childOf(presentation, 'adlnav', 'navigationInterface');
  const words = navigation ? childrenOf(navigation, 'adlnav', 'hideLMSUI') : [];
  return [...new Set(words.flatMap((word) => values.oneOf(word, 'hideLMSUI', textOf(word), hideable) ?? []))];
}

/** adlcp:data (4th Edition); reading and writing are allowed unless denied. */
export function sharedDataMaps(element: XmlElement, values: ValueReader): SharedDataMap[] {
  const data = childOf(element, 'adlcp', 'data');
  return (data ? childrenOf(data, 'adlcp', 'map') : []).map((map) => ({
    targetID: identifierIn(map, 'targetID'),
    readSharedData: values.boolean(map, 'readSharedData') ?? true,
    writeSharedData: values.boolean(map, 'writeSharedData') ?? true,
  }));
}

function timeLimitAction(element: XmlElement, values: ValueReader): string | undefined {
  const value = textOf(childOf(element, 'adlcp', 'timelimitaction'))
    .toLowerCase()
    .replaceAll(/\s*,\s*/g, ',');
  return value === '' ? undefined : values.oneOf(element, 'timeLimitAction', value, timeLimitActions);
}

/** Launch data go to the content as they are, line breaks included. */
const rawText = (element: XmlElement | undefined) => element?.text.trim() ?? '';

function present(data: ItemData): ItemData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''));
}
