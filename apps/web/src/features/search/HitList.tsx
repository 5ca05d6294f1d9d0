import { IconBook2, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/Failure/Failure.js';
import { type Hit, hitKinds } from './hits.js';
import styles from './search.module.css';
import type { Searching } from './use-search.js';

export const listId = 'search-hits';
export const optionId = (at: number): string => `search-hit-${String(at)}`;

const icons = { course: IconBook2, person: IconUser };

/** What was found, in groups; before anything is typed, what was chosen before. */
export const HitList = ({ search }: { search: Searching }) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { hits, searching, settled, error } = search;
  const said = error
    ? problemText(error)
    : settled
      ? hits.length > 0
        ? t('search.found', { count: hits.length })
        : t('search.nothing', { words: search.text.trim() })
      : '';
  return (
    <>
      <div role="status" className={error || (settled && hits.length === 0) ? styles.said : styles.hidden} hidden={!search.open}>
        {search.open && said}
      </div>
      {search.open && hits.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('search.label')} className={styles.hits}>
          {searching ? (
            hitKinds.map((kind) => <Group key={kind} name={kind} search={search} hits={hits.filter((hit) => hit.kind === kind)} />)
          ) : (
            <Group name="recent" search={search} hits={hits} />
          )}
        </div>
      )}
    </>
  );
};

const Group = ({ name, hits, search }: { name: Hit['kind'] | 'recent'; hits: Hit[]; search: Searching }) => {
  const { t } = useTranslation();
  if (hits.length === 0) return null;
  return (
    <div role="group" aria-labelledby={`search-${name}`}>
      <div id={`search-${name}`} className={styles.group}>
        {t(`search.group.${name}`)}
      </div>
      {hits.map((hit) => (
        <Option key={hit.id} hit={hit} at={search.hits.indexOf(hit)} search={search} />
      ))}
    </div>
  );
};

const Option = ({ hit, at, search }: { hit: Hit; at: number; search: Searching }) => {
  const Icon = icons[hit.kind];
  return (
    <div
      id={optionId(at)}
      role="option"
      aria-selected={at === search.at}
      className={styles.hit}
      onMouseDown={(event) => {
        event.preventDefault(); // the field keeps the focus, so that the list is still there when the button comes up
      }}
      onClick={() => void search.choose(hit)}
    >
      <Icon size={18} aria-hidden />
      <span className={styles.title}>{hit.title}</span>
      <small>{hit.text}</small>
    </div>
  );
};
