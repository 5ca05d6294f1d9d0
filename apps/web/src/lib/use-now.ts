import { useEffect, useState } from 'react';
import { now } from './clock.js';

/** The server's time, looked at again every `every` milliseconds. */
export const useNow = (every = 30_000): number => {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setAt(now());
    }, every);
    return () => {
      clearInterval(timer);
    };
  }, [every]);
  return at;
};
