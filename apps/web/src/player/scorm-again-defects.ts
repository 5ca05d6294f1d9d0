import { cmiForLaunch, type LaunchContext } from '@aula/scorm';
import * as scormAgain from 'scorm-again/scorm12/min';
import type { Methods } from './scorm-api.js';

/*
 * Every defect of scorm-again 3.4.3's SCORM 1.2 that is worked around, in this one place; each has a test in scorm-12.spec.ts that fails
 * without it. Where no thread is named, none is known: https://github.com/jcputney/scorm-again/issues takes it.
 *
 * Its own transports and its offline mode are not among them: they are not used (scorm-12-api.ts), since a synchronous request fails
 * while a page goes (https://github.com/jcputney/scorm-again/issues/472) and the journal sends what there is to send.
 */

type Api12 = Methods & { loadFromJSON(json: object): void };

/**
 * The type declarations speak of a default export that the module does not have; it names the class.
 * https://github.com/jcputney/scorm-again/issues/561
 */
export const { Scorm12API } = scormAgain as unknown as { Scorm12API: new (settings: object) => Api12 };

/**
 * LMSSetValue of a part of the data model (`cmi`, `cmi.core.score`, `cmi.objectives.0`) puts the text in the place of the part, after
 * which every call fails. A part has no value (SCORM 1.2 RTE 3.4.4), and the name that is asked for instead has none either.
 */
export const nameOf = (element: string): string => (part.test(element) ? `${element}._part` : element);

const part =
  /^cmi(?:\.(?:core|core\.score|student_data|student_preference|(?:objectives|interactions)(?:\.\d+)?|objectives\.\d+\.score|interactions\.\d+\.(?:objectives|correct_responses)(?:\.\d+)?))?$/;

/** loadFromJSON drops the number 0, so that whoever had no points has no score. All of it is text: `cmiForLaunch` of @aula/scorm. */
export const load = (api: Api12, context: LaunchContext): void => api.loadFromJSON(cmiForLaunch({ ...context, version: '1.2' }));
