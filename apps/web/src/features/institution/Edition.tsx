import type { EditionView, EnrollmentView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconClipboardCheck, IconUserPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { editionQuery, enrollmentsPath } from './api.js';
import { editionTones } from './Editions.js';
import { RosterRow } from './RosterRow.js';
import styles from './institution.module.css';

/** One edition: when it runs, how many are in it, and each of them with their progress. */
export const Edition = () => {
  const { editionId } = useParams({ from: '/in/institution/editions/$editionId' });
  return (
    <LoadedPage query={useQuery(editionQuery(editionId))}>{(edition) => <EditionPage key={edition.id} edition={edition} />}</LoadedPage>
  );
};

const EditionPage = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const toEnroll = (
    <ButtonLink
      to="/institution/editions/$editionId/enroll"
      params={{ editionId: edition.id }}
      leftSection={<IconUserPlus size={18} aria-hidden />}
    >
      {t('institution.editions.enroll')}
    </ButtonLink>
  );
  const toAttendance = (
    <ButtonLink
      to="/attendance/$editionId"
      params={{ editionId: edition.id }}
      variant="default"
      leftSection={<IconClipboardCheck size={18} aria-hidden />}
    >
      {t('nav.attendance')}
    </ButtonLink>
  );
  return (
    <Page
      title={edition.title}
      over={textIn(edition.courseTitle, language)}
      back={<TextLink to="/institution/editions">{t('nav.editions')}</TextLink>}
      actions={
        <>
          {allows(edition, 'edition.attest') && toAttendance}
          {allows(edition, 'edition.enroll') && toEnroll}
        </>
      }
    >
      <Section title={t('institution.editions.about')}>
        <Facts
          facts={[
            [
              t('institution.editions.stateLabel'),
              <Tag tone={editionTones[edition.state]}>{t(`institution.editions.state.${edition.state}`)}</Tag>,
            ],
            [t('institution.editions.modeLabel'), t(`institution.editions.mode.${edition.mode}`)],
            [t('institution.editions.opens'), instantText(edition.opensAt, language, edition.timeZone)],
            [t('institution.editions.closes'), instantText(edition.closesAt, language, edition.timeZone)],
            [
              t('institution.editions.capacity'),
              edition.capacity === null ? t('institution.editions.noCapacity') : count(edition.capacity, language),
            ],
            [t('institution.editions.enrolledLabel'), count(edition.enrolled, language)],
            [t('institution.editions.completedLabel'), count(edition.completed, language)],
          ]}
        />
      </Section>
      <Roster edition={edition} />
    </Page>
  );
};

const states = ['active', 'completed', 'withdrawn', 'pending'] as const;

const Roster = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [state, setState] = useState('');
  const list = useList<EnrollmentView>(enrollmentsPath, { editionId: edition.id, q, state });
  const filtered = q !== '' || state !== '';
  return (
    <Section title={t('institution.roster.title')} plain>
      <div className={styles.filters}>
        <SearchField label={t('institution.people.search')} onSearch={setQ} />
        <NativeSelect
          label={t('institution.roster.stateLabel')}
          value={state}
          data={[
            { value: '', label: t('institution.any') },
            ...states.map((each) => ({ value: each, label: t(`institution.roster.state.${each}`) })),
          ]}
          onChange={(event) => {
            setState(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty
            icon={<IconUserPlus size={28} />}
            title={t(filtered ? 'institution.people.nothing' : 'institution.roster.empty')}
            action={
              !filtered &&
              allows(edition, 'edition.enroll') && (
                <ButtonLink to="/institution/editions/$editionId/enroll" params={{ editionId: edition.id }}>
                  {t('institution.editions.enroll')}
                </ButtonLink>
              )
            }
          />
        }
      >
        {(items) => (
          <Rows label={t('institution.roster.title')}>
            {items.map((each) => (
              <RosterRow key={each.id} enrollment={each} by="person" />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};
