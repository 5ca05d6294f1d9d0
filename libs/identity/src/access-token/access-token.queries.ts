import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessTokenView, Page, PageQuery } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';

const view = `id, name, created_at as "createdAt", expires_at as "expiresAt"`;

/** The person's tokens that have not expired, oldest first. */
export const listTokens = async (em: EntityManager, personId: string, query: PageQuery): Promise<Page<AccessTokenView>> => {
  const [after] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<AccessTokenView>(
    em,
    `select ${view} from identity.access_token
     where person_id = $1 and expires_at > clock_timestamp() and ($2::uuid is null or id > $2) order by id limit $3`,
    [personId, after, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

/** Keeps a token's hash; undefined when it would expire in the past or after more than a year. */
export const keepToken = (
  em: EntityManager,
  token: { id: string; hash: Buffer; personId: string; name: string; expiresAt: string | undefined },
): Promise<AccessTokenView | undefined> =>
  row(
    em,
    `insert into identity.access_token (id, token_hash, person_id, name, expires_at)
     select $1, $2, $3, $4, e.at from (select coalesce($5::timestamptz, clock_timestamp() + interval '1 year') as at) e
     where e.at between clock_timestamp() and clock_timestamp() + interval '366 days'
     returning ${view}`,
    [token.id, token.hash, token.personId, token.name, token.expiresAt ?? null],
  );

export const countTokens = async (em: EntityManager, personId: string): Promise<number> => {
  const found = await row<{ count: number }>(
    em,
    'select count(*) from identity.access_token where person_id = $1 and expires_at > clock_timestamp()',
    [personId],
  );
  return found?.count ?? 0;
};

/** Ends one of the person's tokens. False when they have none with this id. */
export const endToken = async (em: EntityManager, personId: string, id: string): Promise<boolean> =>
  (await row(em, 'delete from identity.access_token where person_id = $1 and id = $2 returning 1', [personId, id])) !== undefined;
