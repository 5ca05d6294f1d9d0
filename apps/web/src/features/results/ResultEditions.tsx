import type { EditionView } from '@aula/contracts';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { editionsPath } from './api.js';

/** The editions whose results the person may see. */
export const ResultEditions = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [q, setQ] = useState('');
  const list = useList<EditionView>(editionsPath, { q });
  return (
    <Page title={t('nav.results')} lead={t('results.lead')}>
      <SearchField label={t('institution.editions.search')} onSearch={setQ} />
      <LoadedList list={list} empty={<Empty icon={<IconChartBar size={28} />} title={t('support.editions.empty')} />}>
        {(items) => (
          <Rows label={t('nav.results')}>
            {items.map((edition) => (
              <Row
                key={edition.id}
                title={
                  <TextLink to="/teach/results/$editionId" params={{ editionId: edition.id }}>
                    {edition.title}
                  </TextLink>
                }
                text={textIn(edition.courseTitle, language)}
                aside={t('support.editions.enrolled', { shown: count(edition.enrolled, language) })}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};
