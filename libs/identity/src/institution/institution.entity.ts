import { defineEntity, p } from '@mikro-orm/postgresql';

export const InstitutionSchema = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    country: p.text(),
    parentId: p.uuid().nullable(),
    path: p.array((id) => id).columnType('uuid[]'),
    closedAt: p.datetime().nullable(),
  },
});

/** An academy, a force, a unit or a university. `path` holds it and its ancestors, root first. */
export class Institution extends InstitutionSchema.class {}
InstitutionSchema.setClass(Institution);

/** The path of an institution below `parent`, or of a root. */
export const pathBelow = (parent: readonly string[] | null, id: string): string[] => [...(parent ?? []), id];
