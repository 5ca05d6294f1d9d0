import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { randomKey } from '../../lib/chance.js';
import type { Upload } from '../../lib/upload.js';

/** Names the files that are on their way: a form waits for them before it is saved. */
export const sendingKey = ['sending'];

interface Wish {
  file: File;
  key: string;
}

/** Sends a picked file and knows how far it is. A second try after a lost line carries the same key, a new file a new one. */
export const useSending = <T>(send: (upload: Upload) => Promise<T>, onDone: (answer: T) => unknown) => {
  const [wish, setWish] = useState<Wish>();
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationKey: sendingKey,
    mutationFn: ({ file, key }: Wish) => send({ file, name: file.name, key, onProgress: setShare }),
    onSuccess: onDone,
  });
  const start = (next: Wish) => {
    setShare(0);
    setWish(next);
    sending.mutate(next);
  };
  return {
    file: wish?.file ?? null,
    share,
    busy: sending.isPending,
    error: sending.error,
    data: sending.data,
    pick: (file: File) => {
      start({ file, key: randomKey() });
    },
    again: () => {
      if (wish) start(wish);
    },
  };
};
