import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { randomKey } from './chance.js';
import { memoryAt } from './device-memory.js';
import { Refusal } from './problem.js';
import { useMe } from './signed-in.js';
import type { Upload } from './upload.js';

/** Names the files that are on their way: a form waits for them before it is saved. */
export const sendingKey = ['sending'];

interface Wish {
  file: File;
  key: string;
}

const silent = (reason: unknown): boolean => reason instanceof Refusal && reason.status === 0;

/**
 * Sends a picked file and knows how far it is. While there is no line it waits and begins again by itself, with the same key; a new file
 * has a new one. `place` names the sending on this device: when the page itself went away before the file had arrived, `cut` tells its
 * name the next time.
 */
export const useSending = <T>(place: string, send: (upload: Upload) => Promise<T>, onDone: (answer: T) => unknown) => {
  const memory = memoryAt(`aula.sending.${useMe()?.person.id ?? ''}.${place}`);
  const [cut, setCut] = useState(memory.read);
  const [wish, setWish] = useState<Wish>();
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationKey: sendingKey,
    mutationFn: ({ file, key }: Wish) => send({ file, name: file.name, key, onProgress: setShare }),
    retry: (_tries, reason) => silent(reason),
    retryDelay: (tries) => Math.min(1_000 * 2 ** tries, 15_000),
    onMutate: ({ file }) => {
      memory.write(file.name);
      setCut(null);
    },
    onSettled: () => {
      memory.write(null);
    },
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
    waiting: sending.isPending && silent(sending.failureReason),
    cut,
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

export type Sending = Pick<ReturnType<typeof useSending>, 'share' | 'busy' | 'waiting' | 'cut' | 'error' | 'again'>;
