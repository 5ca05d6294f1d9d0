import type { Me } from '@aula/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http } from './http.js';
import { meQuery } from './signed-in.js';
import { ownZone } from './time.js';

/** Tells the academy the browser's zone while it knows none for the person: letters then come in their morning. */
export const useToldZone = (me: Me): void => {
  const client = useQueryClient();
  const unknown = me.timeZone === null;
  useEffect(() => {
    if (!unknown) return;
    http
      .patch<Me>('/identity/me', { timeZone: ownZone() })
      .then((next) => {
        client.setQueryData(meQuery.queryKey, next);
      })
      .catch(() => undefined); // a zone that the academy does not know; the person may choose one
  }, [client, unknown]);
};
