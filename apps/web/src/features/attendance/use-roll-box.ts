import type { Page, RollEntryView } from '@aula/contracts';
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { now } from '../../lib/clock.js';
import { memoryAt } from '../../lib/device-memory.js';
import { Refusal } from '../../lib/problem.js';
import { useMe, useSessionEnded } from '../../lib/signed-in.js';
import { putAttendance, rollPath, sessionsQuery } from './api.js';
import { RollBox } from './roll-box.js';

interface Session {
  editionId: string;
  unitId: string;
}

/** A session that ended is passing too: the person signs in again on this very page and the marks go out. */
const passing = (reason: unknown): boolean => !(reason instanceof Refusal) || reason.passing || reason.status === 401;

const open = (client: QueryClient, { editionId, unitId }: Session, personId: string): RollBox =>
  new RollBox({
    send: async (ids, attended) => {
      const { changed } = await putAttendance(editionId, unitId, { enrollmentIds: ids, attended });
      note(client, rollPath(editionId, unitId), new Set(ids), attended);
      void client.invalidateQueries(sessionsQuery(editionId));
      // fewer than were sent: a repetition, or somebody has left or completed meanwhile; the server tells which
      if (changed < ids.length) void client.invalidateQueries({ queryKey: [rollPath(editionId, unitId)] });
    },
    passing,
    memory: memoryAt(`aula.attendance.${personId}.${editionId}.${unitId}`),
    later: (act, milliseconds) => {
      const timer = setTimeout(act, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });

/** What the server acknowledged goes into what was read of it, so that no tap costs a further reading of the whole roll. */
const note = (client: QueryClient, path: string, ids: ReadonlySet<string>, attended: boolean): void => {
  const recordedAt = attended ? new Date(now()).toISOString() : null;
  const noted = (entry: RollEntryView): RollEntryView => (ids.has(entry.enrollmentId) ? { ...entry, recordedAt } : entry);
  client.setQueriesData<InfiniteData<Page<RollEntryView>>>(
    { queryKey: [path] },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(noted) })) },
  );
};

/** The marks of a session for as long as the page shows them. Renders again at every change. */
export const useRollBox = (session: Session): RollBox => {
  const client = useQueryClient();
  const me = useMe();
  const [box] = useState(() => open(client, session, me?.person.id ?? ''));
  const ended = useSessionEnded();
  useSyncExternalStore(box.subscribe, box.snapshot);
  useEffect(() => {
    const retry = () => {
      if (box.state() === 'waiting') box.retry();
    };
    addEventListener('online', retry);
    return () => {
      removeEventListener('online', retry);
      box.close();
    };
  }, [box]);
  useEffect(() => {
    if (!ended && box.state() === 'waiting') box.retry();
  }, [ended, box]);
  return box;
};
