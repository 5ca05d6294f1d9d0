import { useCallback, useEffect, useRef, useState } from 'react';
import { ResumableSending, type Progress } from '../../lib/resumable.js';

/** Sends a picked file in pieces and knows how far it is; leaving the screen stops it, and choosing the file again goes on. */
export const useResumable = (path: string) => {
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress>();
  const sending = useRef<ResumableSending>(undefined);
  const pick = useCallback(
    (picked: File) => {
      sending.current?.close();
      sending.current = new ResumableSending(path, picked, setProgress);
      setFile(picked);
      setProgress({ state: 'sending', share: 0 });
      void sending.current.start();
    },
    [path],
  );
  useEffect(() => () => sending.current?.close(), []);
  return {
    file,
    progress,
    pick,
    again: () => {
      if (file) pick(file);
    },
    pause: () => sending.current?.pause(),
    resume: () => sending.current?.resume(),
  };
};
