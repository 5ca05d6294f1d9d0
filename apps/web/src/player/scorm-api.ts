import type { ScormVersion, StoreLaunch } from '@aula/scorm';

/** The part of scorm-again's API objects that the player uses. */
export interface ScormApi {
  loadFromJSON(json: object): void;
  isInitialized(): boolean;
  isTerminated(): boolean;
  /** SCORM 2004 alone. */
  adl?: {
    restoreSharedDataSnapshot(stores: Record<string, string>): void;
    configureSharedDataMaps(maps: { targetID: string; readSharedData: boolean; writeSharedData: boolean }[]): void;
  };
}

/** Answers a commit of the API; must answer synchronously. */
export type OnCommit = (commit: unknown) => boolean;

type ApiClass = new (settings: object) => ScormApi;

/**
 * Loads the one API class that the package needs. scorm-again 3.4.3 names it in its module, while its type declarations speak of a
 * default export; hence the cast.
 */
export const loadApiClass = async (version: ScormVersion): Promise<ApiClass> => {
  if (version === '1.2') {
    const module = (await import('scorm-again/scorm12/min')) as unknown as { Scorm12API: ApiClass };
    return module.Scorm12API;
  }
  const module = (await import('scorm-again/scorm2004/min')) as unknown as { Scorm2004API: ApiClass };
  return module.Scorm2004API;
};

/**
 * A fresh API for one visit. Its own transports lose data at exit and its offline mode mixes learners up, so neither is used: the
 * `httpService` answers at once, because the journal already holds every call.
 */
export const createApi = (Api: ApiClass, masteryOverride: boolean, onCommit: OnCommit): ScormApi =>
  new Api({
    lmsCommitUrl: '/_rt/commit',
    dataCommitFormat: 'json',
    renderCommonCommitFields: true,
    alwaysSendTotalTime: true,
    autocommit: true,
    autocommitSeconds: 10,
    mastery_override: masteryOverride,
    enableOfflineSupport: false,
    logLevel: 5,
    onLogMessage: () => undefined,
    httpService: {
      processHttpRequest: (_url: string, commit: unknown) =>
        onCommit(commit) ? { result: 'true', errorCode: 0 } : { result: 'false', errorCode: 391 },
      updateSettings: () => undefined,
    },
  });

/** Shows the content the shared data stores of its activity as adl.data. SCORM 2004 4th Ed. RTE 4.3. */
export const shareData = ({ adl }: ScormApi, stores: readonly StoreLaunch[]): void => {
  adl?.restoreSharedDataSnapshot(Object.fromEntries(stores.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]]))));
  adl?.configureSharedDataMaps(
    stores.map(({ id, readable, writable }) => ({ targetID: id, readSharedData: readable, writeSharedData: writable })),
  );
};
