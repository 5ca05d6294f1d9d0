import { DataModel, type DataModelStart } from '../../src/index.js';

/** The data model of a visit that begins with nothing, or with `start`. */
export const aModel = (start: Partial<DataModelStart> = {}): DataModel => new DataModel({ values: {}, ...start });

/** A model in which the interaction `cmi.interactions.0` of a type is open. */
export const anInteraction = (type: string): DataModel => {
  const model = aModel();
  model.set('cmi.interactions.0.id', 'q1');
  model.set('cmi.interactions.0.type', type);
  return model;
};
