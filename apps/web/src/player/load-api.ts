import type { ScormVersion } from '@aula/scorm';
import type { CreateApi } from './scorm-api.js';

/** Loads the one kind of API that the package needs. */
export const loadApi = async (version: ScormVersion): Promise<CreateApi> =>
  version === '1.2' ? (await import('./scorm-12-api.js')).create12 : (await import('./scorm-2004-api.js')).create2004;
