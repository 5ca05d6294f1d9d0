import type { ObjectiveMap, ObjectiveSettings } from '../activity.js';
import { childOf, childrenOf, identifierIn, type ValueReader } from '../element.js';
import type { Findings } from '../findings.js';
import type { XmlElement } from '../xml.js';
import type { Parts } from './parts.js';

type Objectives = { primaryObjective?: ObjectiveSettings; objectives: ObjectiveSettings[]; objectiveIds: string[] };

/**
 * The objectives of one activity, SN 3.10. adlseq:objectives (4th Edition) adds map fields to those of the same objectiveID and
 * target. `objectiveIds`: those that the manifest names, the primary one first. A primary one without a name has objectiveID ''.
 */
export function readObjectives(parts: Parts, values: ValueReader, findings: Findings): Objectives {
  const list = parts.get('imsss:objectives');
  if (!list) return { objectives: [], objectiveIds: [] };
  const further = furtherMaps(parts.get('adlseq:objectives'));
  const read = (element: XmlElement, isPrimary: boolean) => objective(element, isPrimary, further, values);
  const primary = childOf(list, 'imsss', 'primaryObjective');
  const primaryObjective = primary && read(primary, true);
  const objectives = childrenOf(list, 'imsss', 'objective').map((element) => read(element, false));
  const all = [...(primaryObjective ? [primaryObjective] : []), ...objectives];
  writeOnce(all, findings, list.line);
  return {
    ...(primaryObjective && { primaryObjective }),
    objectives,
    objectiveIds: [...new Set(all.map(({ objectiveID }) => objectiveID).filter((id) => id !== ''))],
  };
}

function objective(element: XmlElement, isPrimary: boolean, further: FurtherMaps, values: ValueReader): ObjectiveSettings {
  const objectiveID = identifierIn(element, 'objectiveID');
  const minimum = values.numberText(childOf(element, 'imsss', 'minNormalizedMeasure'), -1, 1);
  const own = childrenOf(element, 'imsss', 'mapInfo');
  const added = new Map(further.get(objectiveID));
  const maps = own.map((map) => mapInfo(map, added.get(identifierIn(map, 'targetObjectiveID')), values));
  for (const map of own) added.delete(identifierIn(map, 'targetObjectiveID'));
  for (const map of added.values()) maps.push(mapInfo(map, map, values));
  return {
    objectiveID,
    isPrimary,
    satisfiedByMeasure: values.boolean(element, 'satisfiedByMeasure') ?? false,
    ...(minimum !== undefined && { minNormalizedMeasure: minimum }),
    ...(maps.length > 0 && { mapInfo: maps }),
  };
}

/** adlseq:mapInfo by objectiveID, then by target. */
type FurtherMaps = ReadonlyMap<string, ReadonlyMap<string, XmlElement>>;

function furtherMaps(element: XmlElement | undefined): FurtherMaps {
  const objectives = element ? childrenOf(element, 'adlseq', 'objective') : [];
  const mapsOf = (each: XmlElement) =>
    new Map(childrenOf(each, 'adlseq', 'mapInfo').map((map) => [identifierIn(map, 'targetObjectiveID'), map]));
  return new Map(objectives.map((each) => [identifierIn(each, 'objectiveID'), mapsOf(each)]));
}

/** Reads are on and writes are off unless the manifest says otherwise. */
function mapInfo(map: XmlElement, further: XmlElement | undefined, values: ValueReader): ObjectiveMap {
  const flag = (name: string, from: XmlElement = map) => values.boolean(from, name) ?? name.startsWith('read');
  return {
    targetObjectiveID: identifierIn(map, 'targetObjectiveID'),
    readSatisfiedStatus: flag('readSatisfiedStatus'),
    readNormalizedMeasure: flag('readNormalizedMeasure'),
    writeSatisfiedStatus: flag('writeSatisfiedStatus'),
    writeNormalizedMeasure: flag('writeNormalizedMeasure'),
    ...(further && {
      readRawScore: flag('readRawScore', further),
      readMinScore: flag('readMinScore', further),
      readMaxScore: flag('readMaxScore', further),
      readCompletionStatus: flag('readCompletionStatus', further),
      readProgressMeasure: flag('readProgressMeasure', further),
      writeRawScore: flag('writeRawScore', further),
      writeMinScore: flag('writeMinScore', further),
      writeMaxScore: flag('writeMaxScore', further),
      writeCompletionStatus: flag('writeCompletionStatus', further),
      writeProgressMeasure: flag('writeProgressMeasure', further),
    }),
  };
}

const writes = [
  'writeSatisfiedStatus',
  'writeNormalizedMeasure',
  'writeRawScore',
  'writeMinScore',
  'writeMaxScore',
  'writeCompletionStatus',
  'writeProgressMeasure',
] as const;

/** Only one objective of an activity may write a value of a shared objective (SN 3.10.3); the first keeps it. */
function writeOnce(objectives: readonly ObjectiveSettings[], findings: Findings, line: number): void {
  const taken = new Set<string>();
  for (const map of objectives.flatMap(({ mapInfo: maps }) => maps ?? [])) {
    const again = writes.filter((write) => map[write] && taken.has(`${write} ${map.targetObjectiveID}`));
    for (const write of writes) if (map[write]) taken.add(`${write} ${map.targetObjectiveID}`);
    for (const write of again) map[write] = false;
    if (again.length > 0) findings.add('sequencing-objective-written-twice', { objective: map.targetObjectiveID }, { line });
  }
}
