import type { CalendarEntryView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconCalendarMonth, IconList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/signed-in.js';
import { ownZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { calendarQuery } from './api.js';
import { DateList } from './DateList.js';
import { Feed } from './Feed.js';
import styles from './calendar.module.css';
import { MonthView } from './MonthView.js';

/** A learner's dates, as a list or by month, in their own zone; and the way into their own calendar program. */
export const Calendar = () => {
  const { t } = useTranslation();
  const query = useQuery(calendarQuery);
  const zone = useMe()?.timeZone ?? ownZone();
  const [view, setView] = useState<'list' | 'month'>('list');
  return (
    <Page title={t('nav.calendar')} lead={t('calendar.lead', { zone: zone.replaceAll('_', ' ') })}>
      <div className={styles.views} role="group" aria-label={t('calendar.view')}>
        {(['list', 'month'] as const).map((each) => (
          <Button
            key={each}
            variant={view === each ? 'filled' : 'default'}
            aria-pressed={view === each}
            leftSection={each === 'list' ? <IconList size={18} aria-hidden /> : <IconCalendarMonth size={18} aria-hidden />}
            onClick={() => {
              setView(each);
            }}
          >
            {t(`calendar.${each}`)}
          </Button>
        ))}
      </div>
      <Loaded query={query}>
        {({ items }) => (view === 'month' ? <MonthView dates={items} zone={zone} /> : <Ahead dates={items} zone={zone} />)}
      </Loaded>
      <Feed />
    </Page>
  );
};

const Ahead = ({ dates, zone }: { dates: readonly CalendarEntryView[]; zone: string }) => {
  const { t } = useTranslation();
  const now = useNow();
  const ahead = dates.filter(({ at, state }) => Date.parse(at) >= now && state !== 'withdrawn');
  if (ahead.length === 0) return <Empty icon={<IconCalendarMonth size={28} />} title={t('calendar.none')} />;
  return <DateList dates={ahead} zone={zone} label={t('calendar.ahead')} />;
};
