import type { RuntimeLaunched } from '@aula/contracts';

const key = 'aula-launched';
const homeKey = 'aula-academy';

/** The part of `location` that holds the code. */
type Place = { hash: string; pathname: string; search: string };

/** What a launch gave, kept for a reload of this tab alone: the one-time code is spent by then. */
export interface LaunchMemory {
  take(): RuntimeLaunched | null;
  keep(launched: RuntimeLaunched): void;
  forget(): void;
  /** The academy's address of an earlier launch on this device, for the way back. */
  home(): string | null;
}

export const launchMemory = (session: Storage, local: Storage): LaunchMemory => ({
  take: () => parsed(session.getItem(key)),
  keep: (launched) => {
    session.setItem(key, JSON.stringify(launched));
    local.setItem(homeKey, launched.academyUrl);
  },
  forget: () => session.removeItem(key),
  home: () => safeAddress(local.getItem(homeKey)),
});

const parsed = (text: string | null): RuntimeLaunched | null => {
  try {
    const launched = JSON.parse(text ?? 'null') as RuntimeLaunched | null;
    return typeof launched?.token === 'string' && safeAddress(launched.academyUrl) !== null ? launched : null;
  } catch {
    return null;
  }
};

/** A package shares this storage, so an address from it is followed only as a web address. */
export const safeAddress = (text: string | null): string | null => {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
};

/** The launch code of `#code`, and an address bar that no longer shows it. */
export const launchCode = (location: Place, history: { replaceState(data: unknown, unused: string, url: string): void }): string | null => {
  const code = location.hash.slice(1);
  if (code !== '') history.replaceState(null, '', location.pathname + location.search);
  return code === '' ? null : code;
};
