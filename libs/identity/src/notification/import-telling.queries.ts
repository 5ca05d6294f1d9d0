import type { EntityManager } from '@mikro-orm/postgresql';
import { tell } from './telling.queries.js';

/** Tells who ordered an import that it was applied, or that it failed. */
export const tellOfImport = (em: EntityManager, at: Date, id: string, importId: string): Promise<number> =>
  tell(em, at, {
    kind: 'import.finished',
    said: `select $5::uuid as id, m.imported_by as person_id, '/institution/imports/' || m.id as link,
        jsonb_build_object('file', m.file_name, 'ended', m.state) as parameters
      from identity.people_import m where m.id = $6::uuid`,
    parameters: [id, importId],
  });
