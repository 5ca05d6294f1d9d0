import { keyOf, playerKey } from './kept-files.js';
import { ranged } from './range.js';

/** Where answers come from: what is kept, and the line. */
export interface Sources {
  kept: (key: string) => Promise<Response | undefined>;
  /** Rejects where there is no line. */
  line: () => Promise<Response>;
}

const page = playerKey('');

/**
 * Answers for a course that is kept. Null: none of our business, as everything the player says to the academy. The player's page comes
 * from the line while there is one, so that a new player is found; whatever else is kept never changes under its address.
 */
export const keptAnswer = (
  { method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>,
  origin: string,
  sources: Sources,
): Promise<Response> | null => {
  const { origin: asked, pathname } = new URL(url);
  const key = method === 'GET' && asked === origin ? keyOf(pathname) : null;
  if (key === null) return null;
  if (key === page) return pageFirst(sources);
  return sources.kept(key).then((whole) => (whole ? ranged(whole, headers.get('range')) : sources.line()));
};

const pageFirst = async ({ kept, line }: Sources): Promise<Response> => {
  const answer = await line().catch(() => null);
  if (answer && isOurs(answer)) return answer;
  return (await kept(page)) ?? answer ?? Response.error();
};

/** A page of the academy, not of a proxy before it or of a captive portal. */
export const isOurs = ({ status, redirected, headers }: Pick<Response, 'status' | 'redirected' | 'headers'>): boolean =>
  status === 200 && !redirected && headers.has('etag') && headers.has('content-security-policy');
