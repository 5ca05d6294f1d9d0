import type { EnrollRequest } from '@aula/contracts';
import { Button, NativeSelect, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { batchesOf, editionQuery, enroll, institutionChoiceQuery } from './api.js';
import { BatchProgress } from './BatchProgress.js';
import { EnrollPeople } from './EnrollPeople.js';
import { Batches } from './Batches.js';
import { EnrollList } from './EnrollList.js';
import { EnrollRule } from './EnrollRule.js';
import { StandingRules } from './StandingRules.js';
import styles from './roster.module.css';

const ways = ['people', 'list', 'institution', 'rule', 'everyone'] as const;
type Way = (typeof ways)[number];

/** Puts people into an edition: some by name, an institution with all below it, or everyone. */
export const Enroll = () => {
  const { t } = useTranslation();
  const { editionId } = useParams({ from: '/in/institution/editions/$editionId/enroll' });
  const edition = useQuery(editionQuery(editionId));
  const client = useQueryClient();
  const [way, setWay] = useState<Way>('people');
  const act = useCreate(
    (wish: EnrollRequest, key) => enroll(editionId, wish, key),
    () => client.invalidateQueries({ queryKey: [batchesOf(editionId)] }),
  );
  return (
    <Page
      title={t('institution.enroll.title')}
      over={edition.data?.title}
      back={
        <TextLink to="/institution/editions/$editionId" params={{ editionId }}>
          {edition.data?.title ?? t('institution.editions.one')}
        </TextLink>
      }
      narrow
    >
      <Section title={t('institution.enroll.who')}>
        <Radio.Group
          aria-label={t('institution.enroll.who')}
          value={way}
          onChange={(value) => {
            setWay(ways.find((each) => each === value) ?? 'people');
          }}
        >
          <div className={styles.ways}>
            {ways.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`institution.enroll.way.${each}`)}
                description={t(`institution.enroll.about.${each}`)}
              />
            ))}
          </div>
        </Radio.Group>
        {way === 'people' && <EnrollPeople busy={act.isPending} onEnroll={act.mutate} />}
        {way === 'list' && <EnrollList editionId={editionId} busy={act.isPending} onEnroll={act.mutate} />}
        {way === 'rule' && <EnrollRule editionId={editionId} busy={act.isPending} onEnroll={act.mutate} />}
        {way === 'institution' && <EnrollInstitution busy={act.isPending} onEnroll={act.mutate} />}
        {way === 'everyone' && <EnrollEveryone busy={act.isPending} onEnroll={act.mutate} />}
        {act.isError && <Failure reason={act.error} />}
      </Section>
      {act.data && <BatchProgress key={act.data.batchId} batchId={act.data.batchId} editionId={editionId} />}
      <StandingRules editionId={editionId} />
      <Batches editionId={editionId} />
    </Page>
  );
};

interface WayProps {
  busy: boolean;
  onEnroll: (wish: EnrollRequest) => void;
}

const EnrollInstitution = ({ busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const { data } = useQuery(institutionChoiceQuery);
  const [id, setId] = useState('');
  const chosen = data?.items.find((each) => each.id === id);
  return (
    <div className={styles.form}>
      <NativeSelect
        label={t('institution.institution')}
        value={id}
        data={[{ value: '', label: t('institution.choose') }, ...(data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))]}
        onChange={(event) => {
          setId(event.currentTarget.value);
        }}
      />
      <div>
        <Button
          disabled={!chosen}
          loading={busy}
          onClick={() => {
            if (chosen) onEnroll({ institutionId: chosen.id });
          }}
        >
          {t('institution.enroll.institution')}
        </Button>
      </div>
    </div>
  );
};

const EnrollEveryone = ({ busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <div>
      <Button
        loading={busy}
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('institution.enroll.everyone')}
      </Button>
      <Confirm
        opened={asked}
        title={t('institution.enroll.everyoneTitle')}
        confirm={t('institution.enroll.everyone')}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          setAsked(false);
          onEnroll({ everyone: true });
        }}
      >
        <p>{t('institution.enroll.everyoneText')}</p>
      </Confirm>
    </div>
  );
};
