import type { CalendarEntryView } from '@aula/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf } from '../../lib/local-text.js';
import { useNow } from '../../lib/use-now.js';
import styles from './calendar.module.css';
import { DateList } from './DateList.js';
import { type Month, dayIn, shifted, weeksOf } from './month.js';

/** A month as a table; below it the dates of the month, or of the day that was pressed. */
export const MonthView = ({ dates, zone }: { dates: readonly CalendarEntryView[]; zone: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = dayIn(useNow(), zone);
  const [month, setMonth] = useState<Month>(today.slice(0, 7));
  const [day, setDay] = useState<string>();
  const days = dates.map(({ at }) => dayIn(at, zone));
  const shown = dates.filter(({ at }) => (day === undefined ? dayIn(at, zone).startsWith(month) : dayIn(at, zone) === day));
  const go = (by: number): void => {
    setMonth(shifted(month, by));
    setDay(undefined);
  };
  const name = new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
  return (
    <>
      <div className={styles.month}>
        <div className={styles.monthHead}>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('calendar.before')}
            onClick={() => {
              go(-1);
            }}
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <h2 className={styles.monthName} aria-live="polite">
            {name}
          </h2>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('calendar.after')}
            onClick={() => {
              go(1);
            }}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </div>
        <Days
          month={month}
          today={today}
          chosen={day}
          countOf={(each) => days.filter((other) => other === each).length}
          onChoose={setDay}
        />
      </div>
      {day !== undefined && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setDay(undefined);
            }}
          >
            {t('calendar.wholeMonth')}
          </Button>
        </div>
      )}
      {shown.length > 0 ? <DateList dates={shown} zone={zone} label={name} /> : <p className={styles.quiet}>{t('calendar.noneThen')}</p>}
    </>
  );
};

interface DaysProps {
  month: Month;
  today: string;
  chosen: string | undefined;
  countOf: (day: string) => number;
  onChoose: (day: string) => void;
}

const Days = ({ month, today, chosen, countOf, onChoose }: DaysProps) => {
  const { t } = useTranslation();
  const locale = localeOf[useLanguage()];
  const weeks = weeksOf(month);
  const of = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
  return (
    <table className={styles.days}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" abbr={of(day, { weekday: 'long' })}>
              {of(day, { weekday: 'narrow' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const count = countOf(day);
              const number = Number(day.slice(8));
              return (
                <td key={day} data-other={day.startsWith(month) ? undefined : true} aria-current={day === today ? 'date' : undefined}>
                  {count > 0 ? (
                    <button
                      type="button"
                      className={styles.day}
                      aria-pressed={day === chosen}
                      aria-label={t('calendar.dayWith', { day: of(day, { day: 'numeric', month: 'long' }), count })}
                      onClick={() => {
                        onChoose(day);
                      }}
                    >
                      {number}
                    </button>
                  ) : (
                    number
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
