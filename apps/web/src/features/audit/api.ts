import type { AuditCheckView, Page } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const entriesPath = '/identity/audit-entries';
const checksPath = '/identity/audit-checks';
/** The last walk over the chain, read again while it is under way. */
export const lastCheckQuery = queryOptions({
  queryKey: [checksPath],
  queryFn: ({ signal }) => http.get<Page<AuditCheckView>>(checksPath, { limit: 1 }, signal),
  refetchInterval: ({ state }) => (['queued', 'running'].includes(state.data?.items[0]?.state ?? '') ? 2_000 : 60_000),
});
export const startCheck = () => http.post<{ id: string }>(checksPath);
