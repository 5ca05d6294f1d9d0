import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { banksPath, questionsPath } from './api.js';

/** Reads a bank and its questions again. */
export const useBankRefresh = () => {
  const client = useQueryClient();
  return useCallback(
    (bankId: string) =>
      Promise.all([client.invalidateQueries({ queryKey: [banksPath] }), client.invalidateQueries({ queryKey: [questionsPath(bankId)] })]),
    [client],
  );
};
