import { load, nameOf, Scorm12API } from './scorm-again-defects.js';
import type { CreateApi } from './scorm-api.js';

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
  load(api, context);
  return {
    ...Object.fromEntries(unchanged.map((name) => [name, (...parameters: string[]) => String(api[name]?.(...parameters) ?? '')])),
    LMSGetValue: (element = '') => String(api['LMSGetValue']?.(nameOf(element)) ?? ''),
    LMSSetValue: (element = '', value = '') => String(api['LMSSetValue']?.(nameOf(element), value) ?? ''),
  };
};
