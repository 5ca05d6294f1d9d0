import { DataModel, launchValues, RuntimeApi } from '@aula/scorm';
import type { CreateApi, Methods } from './scorm-api.js';

/** The standard's own data model. */
export const create2004: CreateApi = ({ context, stores, allows, committed }) => {
  const model = new DataModel({ values: launchValues({ ...context, version: '2004' }), stores, allows });
  return new RuntimeApi(model, committed) as unknown as Methods;
};
