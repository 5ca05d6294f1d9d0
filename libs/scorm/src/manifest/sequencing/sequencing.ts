import { parseDuration } from '../../runtime/time.js';
import type { ActivitySettings, DeliveryControls } from '../activity.js';
import { attribute, childOf, childrenOf, ValueReader } from '../element.js';
import type { Findings } from '../findings.js';
import { completionThreshold, hiddenControls, sharedDataMaps } from '../item-data.js';
import type { ActivityLimits, ManifestItem } from '../manifest.js';
import type { XmlElement } from '../xml.js';
import { sequencingControls } from './controls.js';
import { readObjectives } from './objectives.js';
import type { Parts } from './parts.js';
import { rollupConsiderations, RuleReader } from './rules.js';

type Settings = Omit<ActivitySettings, 'id' | 'title' | 'isVisible' | 'children'>;
type ItemPart = Pick<ManifestItem, 'scaledPassingScore' | 'objectiveIds' | 'deliveryControls' | 'limits'>;

/**
 * Reads imsss:sequencing of one manifest: SCORM 2004 4th Ed. SN, IMS SS 1.0. An entry of the sequencing collection is merged in by
 * IDRef; a part of the same name written in place wins.
 */
export class Sequencing {
  /** True once an activity with sequencing of its own, or with data to share, was read. */
  found = false;

  private readonly collection = new Map<string, XmlElement>();
  private readonly values: ValueReader;
  private readonly rules: RuleReader;

  constructor(
    root: XmlElement,
    private readonly findings: Findings,
  ) {
    this.values = new ValueReader(findings);
    this.rules = new RuleReader(findings);
    const list = childOf(root, 'imsss', 'sequencingCollection');
    for (const entry of list ? childrenOf(list, 'imsss', 'sequencing') : []) this.collection.set(attribute(entry, 'ID'), entry);
  }

  /** Settings of the activity that an organization or item is, and what of them belongs to the item's runtime data. */
  read(element: XmlElement): { activity: Settings; item: ItemPart } {
    const parts = this.parts(childOf(element, 'imsss', 'sequencing'));
    const { objectives, primaryObjective, objectiveIds } = readObjectives(parts, this.values, this.findings);
    const { attemptLimit, limits } = this.limits(parts.get('imsss:limitConditions'));
    const delivery = this.delivery(parts.get('imsss:deliveryControls'));
    const sharedData = sharedDataMaps(element, this.values);
    if (sharedData.length > 0) this.found = true;
    const scaled = primaryObjective?.satisfiedByMeasure ? (primaryObjective.minNormalizedMeasure ?? 1) : undefined;
    const activity: Settings = {
      attemptLimit,
      primaryObjective,
      objectives,
      sequencingControls: filled(sequencingControls(parts, this.values)),
      sequencingRules: filled(this.rules.sequencingRules(parts.get('imsss:sequencingRules'))),
      rollupRules: this.rules.rollupRules(parts.get('imsss:rollupRules')),
      rollupConsiderations: filled(rollupConsiderations(parts.get('adlseq:rollupConsiderations'), this.values)),
      deliveryControls: delivery,
      completionThreshold: completionThreshold(element, this.values),
      hideLmsUi: hiddenControls(element, this.values),
      auxiliaryResources: auxiliaryResources(parts.get('imsss:auxiliaryResources')),
      sharedDataMaps: sharedData,
    };
    const item: ItemPart = {
      scaledPassingScore: scaled === undefined ? undefined : String(scaled),
      objectiveIds: objectiveIds.length > 0 ? objectiveIds : undefined,
      deliveryControls: delivery,
      limits,
    };
    return { activity: filled(activity) ?? {}, item };
  }

  private parts(sequencing: XmlElement | undefined): Parts {
    const parts = new Map<string, XmlElement>();
    if (!sequencing) return parts;
    this.found = true;
    const reference = attribute(sequencing, 'IDRef');
    const shared = this.collection.get(reference);
    if (reference && !shared) this.findings.add('sequencing-reference-missing', { reference }, { line: sequencing.line });
    for (const part of [...(shared?.children ?? []), ...sequencing.children]) parts.set(`${part.family}:${part.name}`, part);
    return parts;
  }

  private limits(element: XmlElement | undefined): { attemptLimit?: number; limits?: ActivityLimits } {
    if (!element) return {};
    const attemptLimit = this.values.number(element, 'attemptLimit', 0, 1_000_000);
    const duration = (name: string) =>
      this.values.checked(element, name, attribute(element, name), (value) => parseDuration(value) !== undefined);
    const limits = filled<ActivityLimits>({
      attemptAbsoluteDurationLimit: duration('attemptAbsoluteDurationLimit'),
      attemptExperiencedDurationLimit: duration('attemptExperiencedDurationLimit'),
      activityAbsoluteDurationLimit: duration('activityAbsoluteDurationLimit'),
      activityExperiencedDurationLimit: duration('activityExperiencedDurationLimit'),
      beginTimeLimit: attribute(element, 'beginTimeLimit') || undefined,
      endTimeLimit: attribute(element, 'endTimeLimit') || undefined,
    });
    return { attemptLimit, limits };
  }

  private delivery(element: XmlElement | undefined): DeliveryControls | undefined {
    if (!element) return undefined;
    return filled<DeliveryControls>({
      tracked: this.values.boolean(element, 'tracked'),
      completionSetByContent: this.values.boolean(element, 'completionSetByContent'),
      objectiveSetByContent: this.values.boolean(element, 'objectiveSetByContent'),
    });
  }
}

function auxiliaryResources(element: XmlElement | undefined): { resourceId: string; purpose: string }[] {
  const resources = element ? childrenOf(element, 'imsss', 'auxiliaryResource') : [];
  return resources.map((each) => ({ resourceId: attribute(each, 'auxiliaryResourceID'), purpose: attribute(each, 'purpose') }));
}

/** Without what is undefined or an empty list; undefined when nothing is left, so that stored manifests stay small. */
function filled<T extends object>(settings: T | undefined): T | undefined {
  const kept = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined;
}
