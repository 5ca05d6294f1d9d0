import type { DuplicateView, PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { distinguish, duplicatesPath } from './people-api.js';
import styles from './people.module.css';

/** Accounts that may be one person's, and why. Nothing is merged before somebody has looked. */
export const Duplicates = () => {
  const { t } = useTranslation();
  const list = useList<DuplicateView>(duplicatesPath);
  return (
    <Page
      title={t('institution.duplicates.title')}
      lead={t('institution.duplicates.lead')}
      back={<TextLink to="/institution/people">{t('nav.people')}</TextLink>}
    >
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconUsersGroup size={28} />} title={t('institution.duplicates.none')}>
            {t('institution.duplicates.noneText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('institution.duplicates.title')}>
            {items.map((each) => (
              <Pair key={each.people.map(({ id }) => id).join()} pair={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const Pair = ({ pair: { people, reasons } }: { pair: DuplicateView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [older, newer] = people;
  const apart = useMutation({
    mutationFn: () => distinguish({ personIds: [older.id, newer.id] }),
    onSuccess: () => client.invalidateQueries({ queryKey: [duplicatesPath] }),
  });
  // whoever is active stays, and of two active ones the older account
  const [kept, merged] = newer.active && !older.active ? [newer, older] : [older, newer];
  return (
    <Row
      title={
        <div className={styles.pair}>
          {[older, newer].map((each) => (
            <Account key={each.id} person={each} />
          ))}
        </div>
      }
      text={
        <div className={styles.tags}>
          {reasons.map((each) => (
            <Tag key={each} tone="calm">
              {t(`institution.duplicates.reason.${each}`)}
            </Tag>
          ))}
        </div>
      }
      actions={
        <>
          <ButtonLink to="/institution/merge" search={{ kept: kept.id, merged: merged.id }} size="xs" variant="default">
            {t('institution.duplicates.compare')}
          </ButtonLink>
          <Button
            size="xs"
            variant="default"
            loading={apart.isPending}
            onClick={() => {
              apart.mutate();
            }}
          >
            {t('institution.duplicates.apart')}
          </Button>
        </>
      }
    >
      {apart.isError && <Failure reason={apart.error} />}
    </Row>
  );
};

const Account = ({ person }: { person: PersonView }) => (
  <div>
    <TextLink to="/institution/people/$personId" params={{ personId: person.id }}>
      {person.givenName} {person.familyName}
    </TextLink>
    <div className={styles.number}>
      {[person.email, person.externalId, person.institution, person.birthYear].filter(Boolean).join(' · ')}
    </div>
  </div>
);
