import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { HitList, listId, optionId } from './HitList.js';
import styles from './search.module.css';
import { useSearch } from './use-search.js';

/** True where a slash is a letter that somebody types. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** One field for the whole academy: `/` leads to it, arrows through what it finds, Enter there. On a phone a button brings it out. */
export const Search = () => {
  const { t } = useTranslation();
  const me = useMe();
  const field = useRef<HTMLInputElement>(null);
  const [out, setOut] = useState(false);
  const search = useSearch(() => {
    setOut(false);
    field.current?.blur();
  });
  const listed = search.open && search.hits.length > 0;
  useEffect(() => {
    if (out) field.current?.focus();
  }, [out]);
  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog]')) return; // a window in front has the keyboard
      event.preventDefault();
      setOut(true);
      field.current?.focus();
    };
    addEventListener('keydown', onSlash);
    return () => {
      removeEventListener('keydown', onSlash);
    };
  }, []);
  return (
    <>
      <ActionIcon
        size={44}
        variant="subtle"
        className={styles.bring ?? ''}
        aria-label={t('search.label')}
        aria-expanded={out}
        onClick={() => {
          setOut(!out);
        }}
      >
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
      <search
        className={styles.search}
        data-out={out || undefined}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return;
          search.close();
          setOut(false);
        }}
      >
        <IconSearch size={18} aria-hidden className={styles.glass} />
        <input
          ref={field}
          className={styles.field}
          role="combobox"
          aria-label={t('search.label')}
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed && search.at >= 0 ? optionId(search.at) : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={t(mayEnter(me, 'institution') ? 'search.hintAll' : 'search.hintCourses')}
          value={search.text}
          onChange={(event) => {
            search.type(event.currentTarget.value);
          }}
          onFocus={search.focus}
          onKeyDown={search.onKeyDown}
        />
        <HitList search={search} />
      </search>
    </>
  );
};
