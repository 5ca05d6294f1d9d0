import * as scorm12 from 'scorm-again/scorm12';
import * as scorm2004 from 'scorm-again/scorm2004';
import type { ActivitySettings, CmiJson } from '../src/index.js';

// scorm-again 3.4.3 exports its classes by name, while its types declare a default export.
type Named<Name extends string, Api> = Record<Name, new (settings: object) => Api>;

type Loadable = { loadFromJSON(json: CmiJson): void };

type Api12 = Loadable & { LMSInitialize(argument: ''): string; LMSGetValue(element: string): string };

type Api2004 = Loadable & {
  Initialize(argument: ''): string;
  GetValue(element: string): string;
  processNavigationRequest(request: 'start'): boolean;
  getSequencingState(): { currentActivity: { id: string } | null; rootActivity: { id: string } | null };
};

export const { Scorm12API } = scorm12 as unknown as Named<'Scorm12API', Api12>;
const { Scorm2004API: Class2004 } = scorm2004 as unknown as Named<'Scorm2004API', Api2004>;
export { Class2004 as Scorm2004API };

/** An API that runs an activity tree. */
export const sequencer = (activityTree: ActivitySettings): Api2004 =>
  new Class2004({ logLevel: 5, sequencing: { activityTree, autoRollupOnCMIChange: false } });
