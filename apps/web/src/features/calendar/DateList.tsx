import type { CalendarEntryView } from '@aula/contracts';
import { IconCalendarDown, IconDoorEnter, IconFlag, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { fromNow, instantText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Download } from '../../ui/Download/Download.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { dateAddress } from './api.js';

const icons = { opens: IconDoorEnter, closes: IconFlag, session: IconUsersGroup } as const;

/** Dates one below the other, each with its file for a calendar program. */
export const DateList = ({ dates, zone, label }: { dates: readonly CalendarEntryView[]; zone: string; label: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  return (
    <Rows label={label}>
      {dates.map(({ uid, kind, at, enrollmentId, state, courseTitle, editionTitle, unitTitle, place }) => {
        const Icon = icons[kind];
        const course = textIn(courseTitle, language);
        const title = kind === 'session' ? textIn(unitTitle, language) : course;
        return (
          <Row
            key={uid}
            icon={<Icon size={22} />}
            title={
              <TextLink to="/learning/$enrollmentId" params={{ enrollmentId }}>
                {t(`calendar.kind.${kind}`, { title })}
              </TextLink>
            }
            text={
              <>
                <time dateTime={at}>{instantText(at, language, zone)}</time>
                {` · ${fromNow(at, now, language)} · ${[place, kind === 'session' ? course : editionTitle].filter(Boolean).join(' · ')}`}
              </>
            }
            aside={state === 'completed' && <Tag tone="good">{t('learning.standing.completed')}</Tag>}
            actions={
              <Download
                href={dateAddress(uid)}
                name="aula.ics"
                variant="default"
                leftSection={<IconCalendarDown size={18} aria-hidden />}
                aria-label={`${t('calendar.add')}: ${t(`calendar.kind.${kind}`, { title })}`}
              >
                {t('calendar.add')}
              </Download>
            }
          />
        );
      })}
    </Rows>
  );
};
