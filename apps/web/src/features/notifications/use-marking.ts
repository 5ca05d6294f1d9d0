import type { NotificationChange } from '@aula/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeNotifications, countQuery, notificationsPath } from './api.js';

/** What was done last, and how it is taken back. */
export interface Done {
  what: 'read' | 'unread' | 'dismissed';
  count: number;
  back: NotificationChange;
}

/** Marks notifications, and remembers the last marking so that it can be undone. */
export const useMarking = () => {
  const client = useQueryClient();
  const [done, setDone] = useState<Done>();
  const mark = useMutation({
    mutationFn: changeNotifications,
    onSuccess: async ({ ids }, { read, dismissed }) => {
      const what = dismissed ? 'dismissed' : read ? 'read' : 'unread';
      const back = { ids, ...(read === undefined ? {} : { read: !read }), ...(dismissed === undefined ? {} : { dismissed: !dismissed }) };
      setDone(ids.length > 0 ? { what, count: ids.length, back } : undefined);
      await Promise.all([
        client.invalidateQueries({ queryKey: [notificationsPath] }),
        client.invalidateQueries({ queryKey: countQuery.queryKey }),
      ]);
    },
  });
  const undo = (): void => {
    if (done) {
      mark.mutate(done.back, {
        onSuccess: () => {
          setDone(undefined);
        },
      });
    }
  };
  return { mark, done, undo };
};
