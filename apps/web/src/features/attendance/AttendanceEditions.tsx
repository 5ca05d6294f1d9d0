import type { EditionView } from '@aula/contracts';
import { IconClipboardCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { editionsPath } from './api.js';

/** The editions whose sessions the person may speak about. */
export const AttendanceEditions = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList<EditionView>(editionsPath, { q });
  const empty = (
    <Empty icon={<IconClipboardCheck size={28} />} title={t(q ? 'attendance.editions.nothing' : 'attendance.editions.empty')}>
      {t(q ? 'attendance.editions.nothingText' : 'attendance.editions.emptyText')}
    </Empty>
  );
  return (
    <Page title={t('nav.attendance')} lead={t('attendance.lead')}>
      <SearchField label={t('attendance.editions.search')} onSearch={setQ} />
      <LoadedList list={list} empty={empty}>
        {(items) => <Mine editions={items.filter((edition) => allows(edition, 'edition.attest'))} empty={empty} />}
      </LoadedList>
    </Page>
  );
};

const Mine = ({ editions, empty }: { editions: EditionView[]; empty: ReactNode }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (editions.length === 0) return empty;
  return (
    <Rows label={t('nav.attendance')}>
      {editions.map((edition) => (
        <Row
          key={edition.id}
          title={
            <TextLink to="/attendance/$editionId" params={{ editionId: edition.id }}>
              {edition.title}
            </TextLink>
          }
          text={textIn(edition.courseTitle, language)}
          aside={t('attendance.enrolled', { count: edition.enrolled, shown: count(edition.enrolled, language) })}
        />
      ))}
    </Rows>
  );
};
