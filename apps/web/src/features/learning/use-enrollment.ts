import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { steady } from '../../lib/clock.js';
import { enrollmentQuery } from './api.js';

/** An enrollment with its units. In the first minute it is read again and again: progress of a lesson just left is on its way. */
export const useEnrollment = (id: string) => {
  const [since] = useState(steady);
  return useQuery({ ...enrollmentQuery(id), refetchInterval: () => (steady() - since < 60_000 ? 5_000 : false) });
};
