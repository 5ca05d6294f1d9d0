import { useEffect, useMemo, useRef, useState } from 'react';
import { draftsOf, readDraft, writeDraft } from './drafts.js';
import { useMe } from './signed-in.js';

/** The fields of a form that survive a lost line, a reload and a flat battery. */
export interface Drafted<T> {
  fields: T;
  /** What they were before anybody typed: of what was found on this device, what they were then. */
  before: T;
  set: (change: Partial<T> | ((now: T) => Partial<T>)) => void;
  /** What was found on this device; undefined when nothing was, or once the person has decided. */
  restored: { at: number; outdated: boolean } | undefined;
  /** Throws away what was typed. */
  discard: () => void;
  /** It is saved: nothing is left to keep. The form goes on with `next`. */
  done: (next?: T) => void;
  /** `saved` is saved; what was typed since is kept. */
  settle: (saved: T) => void;
}

/** `thing`: what the form is about, one name per thing; `initial`: what the form shows before anybody typed. */
export const useDraft = <T extends object>(thing: string, initial: T): Drafted<T> => {
  const person = useMe()?.person.id ?? '';
  const [kept] = useState(() => readDraft<T>(person, thing));
  const [fields, setFields] = useState<T>(kept?.fields ?? initial);
  const [basis, setBasis] = useState(kept?.ground ?? JSON.stringify(initial));
  const [restored, setRestored] = useState(() => kept && { at: kept.at, outdated: kept.ground !== JSON.stringify(initial) });
  const ground = useRef(JSON.stringify(initial));
  const first = useRef(initial);
  useEffect(() => {
    const typed = JSON.stringify(fields) !== ground.current;
    if (typed && fields === kept?.fields) return; // as it was found
    writeDraft(person, thing, typed ? { at: Date.now(), ground: basis, fields } : null);
  }, [person, thing, fields, basis, kept]);
  const begin = (next: T) => {
    ground.current = JSON.stringify(next);
    setBasis(ground.current);
    writeDraft(person, thing, null);
    setRestored(undefined);
    setFields(next);
  };
  return {
    fields,
    before: useMemo(() => JSON.parse(basis) as T, [basis]),
    set: (change) => {
      setFields((now) => ({ ...now, ...(typeof change === 'function' ? change(now) : change) }));
    },
    restored,
    discard: () => {
      begin(first.current);
    },
    done: (next = fields) => {
      begin(next);
    },
    settle: (saved) => {
      ground.current = JSON.stringify(saved);
      setBasis(ground.current);
      setRestored(undefined);
      setFields((now) => ({ ...now })); // looked at anew: what is left to keep?
    },
  };
};

/** The things beginning with `start` that the person left unsaved on this device; looked at once. */
export const useDrafts = (start: string): string[] => {
  const person = useMe()?.person.id ?? '';
  return useState(() => draftsOf(person, start))[0];
};
