import type { Verification } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

const path = '/accreditation/verifications';

export const verificationQuery = (id: string) =>
  queryOptions({
    queryKey: [path, id],
    queryFn: ({ signal }) => http.get<Verification>(`${path}/${encodeURIComponent(id)}`, {}, signal),
    staleTime: 0, // a certificate may be revoked at any moment
  });

export const verifyDocument = (credential: Record<string, unknown>) => http.post<Verification>(path, { body: { credential } });
