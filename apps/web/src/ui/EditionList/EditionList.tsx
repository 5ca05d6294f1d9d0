import type { EditionView } from '@aula/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import type { Soon } from '../../lib/soon.js';
import { Empty } from '../Empty/Empty.js';
import { LoadedList } from '../Loaded/Loaded.js';
import { Page } from '../Page/Page.js';
import { Row, Rows } from '../Rows/Rows.js';
import { SearchField } from '../SearchField/SearchField.js';
import { SoonSelect } from './SoonSelect.js';
import styles from './EditionList.module.css';

interface Props {
  title: string;
  lead: string;
  icon: ReactNode;
  /** Only those that the person teaches or administers, not all in sight. */
  mine?: boolean;
  /** What it is narrowed to at first. */
  soon?: Soon | undefined;
  /** The way from an edition to what is looked for. */
  link: (edition: EditionView) => ReactNode;
}

/** A page of the editions that the person may look into. */
export const EditionList = ({ title, lead, icon, link, mine, soon: first }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [q, setQ] = useState('');
  const [soon, setSoon] = useState(first);
  const list = useList<EditionView>('/enrollment/editions', { q, soon, mine });
  return (
    <Page title={title} lead={lead}>
      <div className={styles.filters}>
        <SearchField label={t('institution.editions.search')} onSearch={setQ} />
        <SoonSelect value={soon} onChange={setSoon} />
      </div>
      <LoadedList
        list={list}
        empty={<Empty icon={icon} title={t(q || soon ? 'institution.editions.nothing' : 'support.editions.empty')} />}
      >
        {(items) => (
          <Rows label={title}>
            {items.map((edition) => (
              <Row
                key={edition.id}
                title={link(edition)}
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
