import { describe, expect, it } from '@jest/globals';
import { itemsOf, type ActivitySettings } from '../src/index.js';
import { aManifest, firstItem, read, readWell, type ManifestParts } from './builders.js';

const item = (inner: string, attributes = 'identifier="I1" identifierref="R1"') => `<item ${attributes}><title>One</title>${inner}</item>`;
const sequencing = (inner: string, attributes = '') => `<imsss:sequencing ${attributes}>${inner}</imsss:sequencing>`;

function activity(inner: string, parts: ManifestParts = {}): ActivitySettings | undefined {
  const { manifest } = readWell(aManifest({ version: '2004', items: item(inner), ...parts }));
  return manifest.organizations[0]?.activityTree?.children?.[0];
}

describe('runtime data of a 2004 item', () => {
  const data = (inner: string) => firstItem(readWell(aManifest({ version: '2004', items: item(inner) })).manifest);

  it('launch data and time limit', () => {
    const inner =
      '<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction><adlcp:dataFromLMS>a=1</adlcp:dataFromLMS>' +
      sequencing('<imsss:limitConditions attemptLimit="2" attemptAbsoluteDurationLimit="PT1H30M"/>');
    expect(data(inner)).toMatchObject({
      timeLimitAction: 'exit,message',
      launchData: 'a=1',
      maxTimeAllowed: 'PT1H30M',
      limits: { attemptAbsoluteDurationLimit: 'PT1H30M' },
    });
    expect(activity(inner)).toEqual({ id: 'I1', title: 'One', isVisible: true, attemptLimit: 2 });
  });

  it.each([
    ['as text (3rd Edition)', '<adlcp:completionThreshold>0.75</adlcp:completionThreshold>', '0.75'],
    ['by attributes', '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>', '0.5'],
    ['by default', '<adlcp:completionThreshold completedByMeasure="true"/>', '1'],
    ['not deciding', '<adlcp:completionThreshold minProgressMeasure="0.5"/>', undefined],
    ['out of range', '<adlcp:completionThreshold>75</adlcp:completionThreshold>', undefined],
  ])('completion threshold %s', (_, inner, expected) => {
    expect(data(inner).completionThreshold).toBe(expected);
  });

  it('the weight of progress goes to the activity', () => {
    const inner = '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5" progressWeight="0.25"/>';
    expect(activity(inner)?.completionThreshold).toEqual({ completedByMeasure: true, minProgressMeasure: 0.5, progressWeight: 0.25 });
  });

  it.each([
    [
      'stated',
      '<imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>',
      '0.6',
    ],
    ['by default', '<imsss:primaryObjective satisfiedByMeasure="true"/>', '1'],
    [
      'not by measure',
      '<imsss:primaryObjective><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>',
      undefined,
    ],
  ])('passing score %s', (_, inner, expected) => {
    expect(data(sequencing(`<imsss:objectives>${inner}</imsss:objectives>`)).scaledPassingScore).toBe(expected);
  });

  it('named objectives, the primary one first', () => {
    const inner = '<imsss:primaryObjective objectiveID="P"/><imsss:objective objectiveID="A"/><imsss:objective objectiveID="B"/>';
    expect(data(sequencing(`<imsss:objectives>${inner}</imsss:objectives>`)).objectiveIds).toEqual(['P', 'A', 'B']);
  });

  it('delivery controls', () => {
    const inner = sequencing('<imsss:deliveryControls tracked="false" completionSetByContent="true"/>');
    const expected = { tracked: false, completionSetByContent: true };
    expect([data(inner).deliveryControls, activity(inner)?.deliveryControls]).toEqual([expected, expected]);
  });
});

describe('the activity tree', () => {
  it('has the organization as its root and the shape of the items', () => {
    const items = `<item identifier="C"><title>Cluster</title>${item('')}${item('', 'identifier="I2" identifierref="R9"')}</item>${sequencing('<imsss:controlMode flow="true" choice="false"/>')}`;
    const { manifest } = readWell(aManifest({ version: '2004', items }));
    expect(manifest.organizations[0]?.activityTree).toEqual({
      id: 'O',
      title: 'Course',
      sequencingControls: { flow: true, choice: false },
      children: [{ id: 'C', title: 'Cluster', isVisible: true, children: [{ id: 'I1', title: 'One', isVisible: true }] }],
    });
    expect(manifest.organizations[0]?.sequenced).toBe(true);
  });

  it('is there without sequencing, and not in 1.2', () => {
    expect(readWell(aManifest({ version: '2004' })).manifest.organizations[0]).toMatchObject({
      sequenced: false,
      activityTree: { id: 'O', children: [{ id: 'I1' }] },
    });
    expect(readWell(aManifest()).manifest.organizations[0]).not.toHaveProperty('activityTree');
  });

  it('has the content of a cluster left out', () => {
    const items = `<item identifier="C" identifierref="R1"><title>Cluster</title>${item('')}</item>`;
    const { manifest, codes } = readWell(aManifest({ version: '2004', items }));
    expect(itemsOf(manifest.organizations[0]?.items ?? []).map(({ kind }) => kind)).toEqual(['cluster', 'sco']);
    expect(codes).toEqual(['item-content-on-cluster']);
  });

  it('knows the reach of objectives and shared data', () => {
    const organizations = (attributes: string) =>
      `<organizations default="O"><organization identifier="O" ${attributes}><title>T</title>${item('')}</organization></organizations>`;
    const flags = (attributes: string) => {
      const organization = readWell(aManifest({ version: '2004', organizations: organizations(attributes) })).manifest.organizations[0];
      return [organization?.objectivesGlobalToSystem, organization?.sharedDataGlobalToSystem];
    };
    expect(flags('')).toEqual([true, true]);
    expect(flags('adlseq:objectivesGlobalToSystem="false" adlcp:sharedDataGlobalToSystem="false"')).toEqual([false, false]);
  });
});

describe('sequencing', () => {
  it('controls in one object, only what is written', () => {
    const settings = activity(
      sequencing(`<imsss:controlMode choice="true" choiceExit="false" flow="1" forwardOnly="true" useCurrentAttemptObjectiveInfo="false" useCurrentAttemptProgressInfo="0"/>
        <adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>
        <imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false" objectiveMeasureWeight="0.5"/>
        <imsss:randomizationControls randomizationTiming="onEachNewAttempt" selectionTiming="once" selectCount="3" reorderChildren="true"/>`),
    );
    expect(settings?.sequencingControls).toEqual({
      choice: true,
      choiceExit: false,
      flow: true,
      forwardOnly: true,
      useCurrentAttemptObjectiveInfo: false,
      useCurrentAttemptProgressInfo: false,
      preventActivation: true,
      constrainChoice: true,
      rollupObjectiveSatisfied: false,
      rollupProgressCompletion: false,
      objectiveMeasureWeight: 0.5,
      randomizationTiming: 'onEachNewAttempt',
      selectionTiming: 'once',
      selectCount: 3,
      randomizeChildren: true,
    });
    expect(settings).not.toHaveProperty('rollupRules');
  });

  it('rules, with noOp left out and all conditions needed by default', () => {
    const settings = activity(
      sequencing(`<imsss:sequencingRules>
        <imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
          <imsss:ruleCondition condition="satisfied" operator="noOp" referencedObjective="A"/>
          <imsss:ruleCondition condition="objectiveMeasureGreaterThan" operator="not" measureThreshold="-0.25"/>
        </imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule>
        <imsss:exitConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="completed"/></imsss:ruleConditions><imsss:ruleAction action="exit"/></imsss:exitConditionRule>
        <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions><imsss:ruleAction action="retryAll"/></imsss:postConditionRule>
      </imsss:sequencingRules>`),
    );
    expect(settings?.sequencingRules).toEqual({
      preConditionRules: [
        {
          action: 'skip',
          conditionCombination: 'any',
          conditions: [
            { condition: 'satisfied', referencedObjective: 'A' },
            { condition: 'objectiveMeasureGreaterThan', operator: 'not', parameters: { threshold: -0.25 } },
          ],
        },
      ],
      exitConditionRules: [{ action: 'exit', conditionCombination: 'all', conditions: [{ condition: 'completed' }] }],
      postConditionRules: [{ action: 'retryAll', conditionCombination: 'all', conditions: [{ condition: 'always' }] }],
    });
  });

  it('rollup rules, with the percentage as the library counts it and any condition enough by default', () => {
    const settings = activity(
      sequencing(`<imsss:rollupRules>
        <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.29"><imsss:rollupConditions><imsss:rollupCondition condition="attempted" operator="not"/></imsss:rollupConditions><imsss:rollupAction action="notSatisfied"/></imsss:rollupRule>
        <imsss:rollupRule childActivitySet="atLeastCount" minimumCount="2"><imsss:rollupConditions conditionCombination="all"><imsss:rollupCondition condition="completed"/></imsss:rollupConditions><imsss:rollupAction action="completed"/></imsss:rollupRule>
        <imsss:rollupRule><imsss:rollupConditions><imsss:rollupCondition condition="never"/></imsss:rollupConditions><imsss:rollupAction action="incomplete"/></imsss:rollupRule>
      </imsss:rollupRules>`),
    );
    expect(settings?.rollupRules).toEqual({
      rules: [
        {
          action: 'notSatisfied',
          consideration: 'atLeastPercent',
          minimumPercent: 29,
          conditionCombination: 'any',
          conditions: [{ condition: 'attempted', operator: 'not' }],
        },
        {
          action: 'completed',
          consideration: 'atLeastCount',
          minimumCount: 2,
          conditionCombination: 'all',
          conditions: [{ condition: 'completed' }],
        },
        { action: 'incomplete', consideration: 'all', conditionCombination: 'any', conditions: [{ condition: 'never' }] },
      ],
    });
  });

  it('a rule with an unknown word is left out whole', () => {
    const rule = (condition: string, action: string) =>
      `<imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/><imsss:ruleCondition condition="${condition}"/></imsss:ruleConditions><imsss:ruleAction action="${action}"/></imsss:preConditionRule>`;
    const inner = sequencing(`<imsss:sequencingRules>${rule('lucky', 'skip')}${rule('completed', 'explode')}</imsss:sequencingRules>`);
    const { manifest, findings } = readWell(aManifest({ version: '2004', items: item(inner) }));
    expect(manifest.organizations[0]?.activityTree?.children?.[0]).not.toHaveProperty('sequencingRules');
    expect(findings).toMatchObject([
      { code: 'sequencing-rule-unknown', parameters: { value: 'lucky' } },
      { code: 'sequencing-rule-unknown', parameters: { value: 'explode' } },
    ]);
  });

  it('objectives with their maps; reads are on and writes off unless said otherwise', () => {
    const settings = activity(
      sequencing(`<imsss:objectives>
        <imsss:primaryObjective objectiveID="P" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>-0.5</imsss:minNormalizedMeasure>
          <imsss:mapInfo targetObjectiveID="G1" writeSatisfiedStatus="true" readNormalizedMeasure="false"/></imsss:primaryObjective>
        <imsss:objective objectiveID="A"/></imsss:objectives>
        <adlseq:objectives><adlseq:objective objectiveID="P"><adlseq:mapInfo targetObjectiveID="G1" writeRawScore="true" readProgressMeasure="false"/></adlseq:objective></adlseq:objectives>`),
    );
    expect(settings?.primaryObjective).toEqual({
      objectiveID: 'P',
      isPrimary: true,
      satisfiedByMeasure: true,
      minNormalizedMeasure: -0.5,
      mapInfo: [
        {
          targetObjectiveID: 'G1',
          readSatisfiedStatus: true,
          readNormalizedMeasure: false,
          writeSatisfiedStatus: true,
          writeNormalizedMeasure: false,
          readRawScore: true,
          readMinScore: true,
          readMaxScore: true,
          readCompletionStatus: true,
          readProgressMeasure: false,
          writeRawScore: true,
          writeMinScore: false,
          writeMaxScore: false,
          writeCompletionStatus: false,
          writeProgressMeasure: false,
        },
      ],
    });
    expect(settings?.objectives).toEqual([{ objectiveID: 'A', isPrimary: false, satisfiedByMeasure: false }]);
  });

  it('a primary objective without a name gets one that the content does not see', () => {
    const inner = sequencing('<imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"/></imsss:objectives>');
    expect(activity(inner)?.primaryObjective?.objectiveID).toBe('I1~primary');
    expect(firstItem(readWell(aManifest({ version: '2004', items: item(inner) })).manifest)).not.toHaveProperty('objectiveIds');
  });

  it('a shared objective is written by one objective of an activity only', () => {
    const map = '<imsss:mapInfo targetObjectiveID="G" writeSatisfiedStatus="true"/>';
    const inner = sequencing(
      `<imsss:objectives><imsss:primaryObjective objectiveID="P">${map}</imsss:primaryObjective><imsss:objective objectiveID="A">${map}</imsss:objective></imsss:objectives>`,
    );
    const { manifest, codes } = readWell(aManifest({ version: '2004', items: item(inner) }));
    const settings = manifest.organizations[0]?.activityTree?.children?.[0];
    expect([
      settings?.primaryObjective?.mapInfo?.[0]?.writeSatisfiedStatus,
      settings?.objectives?.[0]?.mapInfo?.[0]?.writeSatisfiedStatus,
    ]).toEqual([true, false]);
    expect(codes).toEqual(['sequencing-objective-written-twice']);
  });

  it('an entry of the collection is merged in; what is written in place wins', () => {
    const tail = `<imsss:sequencingCollection>${sequencing('<imsss:controlMode flow="true"/><imsss:limitConditions attemptLimit="3"/>', 'ID="S"')}</imsss:sequencingCollection>`;
    const inner = sequencing('<imsss:limitConditions attemptLimit="1"/>', 'IDRef="S"');
    expect(activity(inner, { tail })).toMatchObject({ sequencingControls: { flow: true }, attemptLimit: 1 });
    expect(read(aManifest({ version: '2004', items: item(inner) })).codes).toEqual(['sequencing-reference-missing']);
  });

  it('hidden controls, shared data, rollup considerations, auxiliary resources', () => {
    const inner =
      `<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>suspendAll</adlnav:hideLMSUI>
      <adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>everything</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
      <adlcp:data><adlcp:map targetID="d1"/><adlcp:map targetID="d2" readSharedData="false" writeSharedData="false"/></adlcp:data>` +
      sequencing(`<adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" measureSatisfactionIfActive="false"/>
        <imsss:auxiliaryResources><imsss:auxiliaryResource auxiliaryResourceID="x" purpose="help"/></imsss:auxiliaryResources>`);
    expect(activity(inner)).toMatchObject({
      hideLmsUi: ['continue', 'suspendAll'],
      sharedDataMaps: [
        { targetID: 'd1', readSharedData: true, writeSharedData: true },
        { targetID: 'd2', readSharedData: false, writeSharedData: false },
      ],
      rollupConsiderations: { requiredForSatisfied: 'ifAttempted', measureSatisfactionIfActive: false },
      auxiliaryResources: [{ resourceId: 'x', purpose: 'help' }],
    });
  });
});
