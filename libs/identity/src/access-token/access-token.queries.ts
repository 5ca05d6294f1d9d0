import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessTokenView, IssuedTokenQuery, IssuedTokenView, Page, PageQuery } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { wordsOf } from '../person/people.queries.js';

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

/** Everybody's tokens that have not expired, newest first; `q` searches people and labels. */
export const listIssued = async (em: EntityManager, query: IssuedTokenQuery): Promise<Page<IssuedTokenView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<IssuedTokenView>(
    em,
    `select t.id, t.person_id as "personId", p.given_name || ' ' || p.family_name as "personName", p.email as "personEmail", t.name,
       t.created_at as "createdAt", u.used_at as "usedAt", t.expires_at as "expiresAt"
     from identity.access_token t join identity.person p on p.id = t.person_id
     left join platform.token_use u on u.token_hash = t.token_hash
     where t.expires_at > clock_timestamp() and ($1::uuid is null or t.id < $1)
       and (select coalesce(bool_and(p.search || ' ' || identity.fold(t.name) like '%' || identity.fold(w) || '%'), true) from unnest($2::text[]) w)
     order by t.id desc limit $3`,
    [before, wordsOf(query.q), query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

/** Ends anybody's token and notes who did. Undefined when there is none. */
export const revokeToken = async (em: EntityManager, id: string, revocation: { id: string; by: string }): Promise<string | undefined> =>
  (
    await row<{ id: string }>(
      em,
      `with gone as (delete from identity.access_token where id = $1 returning id, person_id)
       insert into identity.token_revocation (id, token_id, person_id, revoked_by) select $2, id, person_id, $3 from gone returning id`,
      [id, revocation.id, revocation.by],
    )
  )?.id;

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
