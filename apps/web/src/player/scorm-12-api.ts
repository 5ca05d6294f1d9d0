import { cmiForLaunch } from '@aula/scorm';
import * as scormAgain from 'scorm-again/scorm12/min';
import { nameOf } from './scorm-again-defects.js';
import type { CreateApi, Methods } from './scorm-api.js';

interface Api12 {
  loadFromJSON(json: object): void;
}

// scorm-again 3.4.3 names the class in its module, while its type declarations speak of a default export
const { Scorm12API } = scormAgain as unknown as { Scorm12API: new (settings: object) => Api12 & Methods };

const unchanged = ['LMSInitialize', 'LMSFinish', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];

/**
 * scorm-again's SCORM 1.2. Its own transports lose data at exit and its offline mode mixes learners up, so neither is used: the
 * `httpService` answers at once.
 */
export const create12: CreateApi = ({ context, committed }) => {
  const api = new Scorm12API({
    lmsCommitUrl: '/_rt/commit',
    dataCommitFormat: 'json',
    renderCommonCommitFields: true,
    alwaysSendTotalTime: true,
    autocommit: true,
    autocommitSeconds: 10,
    mastery_override: true,
    enableOfflineSupport: false,
    logLevel: 5,
    onLogMessage: () => undefined,
    httpService: {
      processHttpRequest: (_url: string, commit: unknown) => {
        committed(commit);
        return { result: 'true', errorCode: 0 };
      },
      updateSettings: () => undefined,
    },
  });
  api.loadFromJSON(cmiForLaunch({ ...context, version: '1.2' }));
  return {
    ...Object.fromEntries(unchanged.map((name) => [name, (...parameters: string[]) => String(api[name]?.(...parameters) ?? '')])),
    LMSGetValue: (element = '') => String(api['LMSGetValue']?.(nameOf(element)) ?? ''),
    LMSSetValue: (element = '', value = '') => String(api['LMSSetValue']?.(nameOf(element), value) ?? ''),
  };
};
