import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refusal } from '../../lib/problem.js';
import type { Drafted } from '../../lib/use-draft.js';

/** Milliseconds after the last key, and after a try that found no line. */
const [pause, longPause] = [1_200, 5_000];

/** What is with the server, and which revision of it. */
interface Kept<T> {
  fields: T;
  revision: number | undefined;
}
interface Options<T> {
  draft: Drafted<T>;
  initial: Kept<T>;
  /** False while something is missing without which nothing can be saved. */
  ready: boolean;
  /** Saves `fields` on top of what the person began with; returns the new revision. */
  send: (fields: T, ground: Kept<T>) => Promise<number | undefined>;
  /** What somebody else saved, out of a refusal's `current`. */
  readTheirs: (current: unknown) => Kept<T>;
}

export type SaveState = 'saved' | 'typing' | 'saving' | 'incomplete' | 'no-line' | 'refused' | 'conflict';
const isConflict = (reason: unknown): reason is Refusal => reason instanceof Refusal && reason.code === 'catalog.changed-meanwhile';

/**
 * Saves what is typed, a moment after the last key, each time on top of what was saved before. Without a line it tries again by itself;
 * what somebody else saved meanwhile is never written over, not by what this device had kept either: then the person chooses.
 */
export const useAutosave = <T extends object>({ draft, initial, ready, send, readTheirs }: Options<T>) => {
  const { fields, restored, settle, done } = draft;
  const [ground, setGround] = useState(initial);
  const save = useMutation({
    mutationFn: (wish: T) => send(wish, ground),
    onSuccess: (revision, wish) => {
      setGround({ fields: wish, revision });
      settle(wish);
    },
  });
  const { mutate, mutateAsync, reset, isPending, error } = save;
  const dirty = JSON.stringify(fields) !== JSON.stringify(ground.fields);
  const theirs = isConflict(error) ? readTheirs(error.problem['current']) : restored?.outdated && dirty ? ground : undefined;
  const passing = error instanceof Refusal && error.passing;
  const refused = error !== null && !passing && save.variables === fields;
  const held = !dirty || !ready || isPending || theirs !== undefined || refused;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(
      () => {
        mutate(fields);
      },
      passing ? longPause : pause,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [held, passing, fields, mutate]);
  const stateNow = (): SaveState => {
    if (theirs) return 'conflict';
    if (!dirty) return 'saved';
    if (!ready) return 'incomplete';
    if (isPending) return 'saving';
    if (refused) return 'refused';
    return passing ? 'no-line' : 'typing';
  };
  const choose = (next: (fields: T) => void) => () => {
    if (!theirs) return;
    setGround(theirs);
    next(theirs.fields);
    reset();
  };
  return {
    state: stateNow(),
    error: refused && !theirs ? error : null,
    /** What somebody else saved meanwhile. */
    theirs,
    /** Goes on with one's own words, on top of theirs. */
    keepMine: choose(settle),
    takeTheirs: choose(done),
    /** Saves without waiting for the pause; rejects when that fails. */
    saveNow: async (): Promise<void> => {
      if (!held) await mutateAsync(fields);
    },
  };
};
