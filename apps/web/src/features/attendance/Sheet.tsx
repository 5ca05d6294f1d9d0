import type { EditionView, SessionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter, IconUsers } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Nowhere } from '../../ui/Nowhere/Nowhere.js';
import { Page } from '../../ui/Page/Page.js';
import { editionQuery, sessionsQuery } from './api.js';
import { useRoll, wholeUpTo } from './use-roll.js';
import styles from './attendance.module.css';

/** The roll on paper, with a line for each signature. */
export const Sheet = () => {
  const { editionId, unitId } = useParams({ from: '/in/attendance/$editionId/$unitId/sheet' });
  const sessions = useQuery(sessionsQuery(editionId));
  return (
    <LoadedPage query={useQuery(editionQuery(editionId))}>
      {(edition) => (
        <LoadedPage query={sessions}>
          {({ items }) => {
            const session = items.find((each) => each.unitId === unitId);
            return session ? <SheetPage edition={edition} session={session} /> : <Nowhere />;
          }}
        </LoadedPage>
      )}
    </LoadedPage>
  );
};

const SheetPage = ({ edition, session }: { edition: EditionView; session: SessionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unitId, enrolled } = session;
  const list = useRoll(edition.id, unitId, enrolled <= wholeUpTo);
  const print = (
    <Button
      leftSection={<IconPrinter size={18} aria-hidden />}
      disabled={list.items.length === 0 || (list.hasNextPage && enrolled <= wholeUpTo)}
      onClick={() => {
        globalThis.print();
      }}
    >
      {t('attendance.sheet.print')}
    </Button>
  );
  return (
    <Page
      title={textIn(session.title, language)}
      over={`${textIn(edition.courseTitle, language)} · ${edition.title}`}
      back={
        <TextLink to="/attendance/$editionId/$unitId" params={{ editionId: edition.id, unitId }}>
          {t('attendance.roll')}
        </TextLink>
      }
      actions={print}
    >
      <dl className={styles.blanks}>
        <Blank name={t('attendance.sheet.date')} />
        <Blank name={t('attendance.sheet.place')} />
        <Blank name={t('attendance.sheet.instructor')} />
      </dl>
      <LoadedList list={list} empty={<Empty icon={<IconUsers size={28} />} title={t('attendance.empty')} />}>
        {(entries) => (
          <table className={styles.sheet}>
            <caption>{t('attendance.sheet.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('attendance.sheet.number')}</th>
                <th scope="col">{t('attendance.sheet.name')}</th>
                <th scope="col">{t('attendance.sheet.signature')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ enrollmentId, familyName, givenName, institution }, index) => (
                <tr key={enrollmentId}>
                  <td>{index + 1}</td>
                  <th scope="row">
                    {[familyName, givenName].filter(Boolean).join(', ') || t('attendance.nameless')}
                    {institution && <span className={styles.institution}>{institution}</span>}
                  </th>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </LoadedList>
    </Page>
  );
};

const Blank = ({ name }: { name: string }) => (
  <div>
    <dt>{name}</dt>
    <dd className={styles.blank} aria-hidden />
  </div>
);
