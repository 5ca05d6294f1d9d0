import * as scorm12 from 'scorm-again/scorm12';
import type { CmiJson } from '../src/index.js';

type Api12 = {
  loadFromJSON(json: CmiJson): void;
  LMSInitialize(argument: ''): string;
  LMSGetValue(element: string): string;
};

// scorm-again 3.4.3 exports its classes by name, while its types declare a default export.
export const { Scorm12API } = scorm12 as unknown as { Scorm12API: new (settings: object) => Api12 };
