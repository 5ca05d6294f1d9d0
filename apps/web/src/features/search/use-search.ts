import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useLanguage } from '../../lib/i18n.js';
import { useMe } from '../../lib/signed-in.js';
import { type Hit, hitsQuery, recentHits } from './hits.js';

const step: Partial<Record<string, (at: number, total: number) => number>> = {
  ArrowDown: (at, total) => (at + 1) % total,
  ArrowUp: (at, total) => (at <= 0 ? total : at) - 1,
  Home: () => 0,
  End: (_at, total) => total - 1,
};

/** What the search field holds, what was found, and the keys of a combobox (ARIA Authoring Practices, list autocomplete). */
export const useSearch = (onLeave: () => void) => {
  const me = useMe();
  const navigate = useNavigate();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [words] = useDebouncedValue(text.trim(), 200);
  const query = useQuery({ ...hitsQuery(me, words, language), placeholderData: keepPreviousData });
  const recent = recentHits(me?.person.id ?? '');
  const searching = text.trim().length > 1;
  const hits: Hit[] = searching ? (query.data ?? []) : open ? recent.read() : [];
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const choose = async (hit: Hit) => {
    if (me) recent.add(hit);
    setText('');
    close();
    onLeave();
    await navigate({ href: hit.href });
  };
  return {
    text,
    hits,
    at,
    searching,
    settled: searching && words === text.trim() && !query.isFetching,
    error: searching ? query.error : null,
    open: open && (searching || hits.length > 0),
    choose,
    close,
    type: (next: string) => {
      setText(next);
      setOpen(true);
      setAt(-1);
    },
    focus: () => {
      setOpen(true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const move = step[event.key];
      const chosen = hits[at] ?? (searching ? hits[0] : undefined);
      if (event.key === 'Escape') {
        if (text === '') onLeave();
        setText('');
        close();
      } else if (event.key === 'Enter' && open && chosen) {
        event.preventDefault();
        void choose(chosen);
      } else if (move && open && hits.length > 0 && (event.key.startsWith('Arrow') || at >= 0)) {
        event.preventDefault();
        setAt(move(at, hits.length));
      }
    },
  };
};

export type Searching = ReturnType<typeof useSearch>;
