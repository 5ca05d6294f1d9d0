import type { DashboardView, Dimension } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Wish } from './api.js';
import { filterMembers, rowOf, wishWith } from './filter.js';
import styles from './insight.module.css';
import { useWords } from './words.js';

interface Props {
  wish: Wish;
  /** All that may be chosen: the numbers without a filter. */
  all: DashboardView | undefined;
  onWish: (wish: Wish) => void;
}

/** What the numbers are about, in words, and the choices behind it. */
export const FilterBar = ({ wish, all, onWish }: Props) => {
  const { t } = useTranslation();
  const words = useWords();
  const chosen = filterMembers.flatMap((by) => (wish[by] ? [words.value(by, rowOf(all, by, wish[by]))] : []));
  const months = [...new Set([wish.from, wish.to])].flatMap((month) => (month ? [words.value('month', { key: month, name: null })] : []));
  const said = [...chosen, months.join(' – ')].filter((each) => each !== '');
  return (
    <details className={styles.filter}>
      <summary>
        {t('insight.filter.title')}
        <span className={styles.chosen}>{said.length > 0 ? said.join(' · ') : t('insight.filter.none')}</span>
      </summary>
      <div className={styles.choices}>
        {filterMembers.map((by) => (
          <Choice
            key={by}
            by={by}
            label={words.dimension(by)}
            value={wish[by]}
            all={all}
            onValue={(value) => onWish(wishWith(wish, by, value))}
          />
        ))}
        {(['from', 'to'] as const).map((end) => (
          <Choice
            key={end}
            by="month"
            label={t(`insight.filter.${end}`)}
            value={wish[end]}
            all={all}
            onValue={(value) => onWish(wishWith(wish, end, value))}
          />
        ))}
      </div>
      {said.length > 0 && (
        <Button variant="default" leftSection={<IconFilterOff size={18} aria-hidden />} onClick={() => onWish({})}>
          {t('insight.filter.clear')}
        </Button>
      )}
    </details>
  );
};

interface ChoiceProps {
  by: Dimension;
  label: string;
  value: string | undefined;
  all: DashboardView | undefined;
  onValue: (value: string) => void;
}

const Choice = ({ by, label, value = '', all, onValue }: ChoiceProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const there = all?.breakdowns[by] ?? [];
  const rows = value === '' || there.some(({ key }) => key === value) ? there : [...there, { key: value, name: null }];
  const options = rows.map((row) => ({ value: row.key, label: words.value(by, row) }));
  if (by !== 'month' && by !== 'age') options.sort((a, b) => a.label.localeCompare(b.label));
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: t('insight.filter.any') }, ...options]}
      onChange={(event) => {
        onValue(event.currentTarget.value);
      }}
    />
  );
};
