import type { EnrollRequest, InstitutionView } from '@aula/contracts';
import { Button, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { institutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { useDrafts } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { batchesOf, editionQuery, enroll } from './api.js';
import { BatchProgress } from './BatchProgress.js';
import { EnrollPeople } from './EnrollPeople.js';
import { Batches } from './Batches.js';
import { EnrollList } from './EnrollList.js';
import { EnrollRule } from './EnrollRule.js';
import { StandingRules } from './StandingRules.js';
import { type WayProps, enrollDraft, ways } from './ways.js';
import styles from './roster.module.css';

/** Puts people into an edition: some by name, an institution with all below it, or everyone. */
export const Enroll = () => {
  const { t } = useTranslation();
  const { editionId } = useParams({ from: '/in/institution/editions/$editionId/enroll' });
  const edition = useQuery(editionQuery(editionId));
  const client = useQueryClient();
  const begun = useDrafts('enroll.');
  const [way, setWay] = useState(ways.find((each) => begun.includes(enrollDraft(each, editionId))) ?? 'people');
  const act = useCreate(
    (wish: EnrollRequest, key) => enroll(editionId, wish, key),
    () => client.invalidateQueries({ queryKey: [batchesOf(editionId)] }),
  );
  const props: WayProps = {
    editionId,
    busy: act.isPending,
    onEnroll: (wish, done) => {
      act.mutate(wish, {
        onSuccess: () => {
          done();
        },
      });
    },
  };
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
        {way === 'people' && <EnrollPeople {...props} />}
        {way === 'list' && <EnrollList {...props} />}
        {way === 'rule' && <EnrollRule {...props} />}
        {way === 'institution' && <EnrollInstitution {...props} />}
        {way === 'everyone' && <EnrollEveryone {...props} />}
        {act.isError && <Failure reason={act.error} />}
      </Section>
      {act.data && <BatchProgress key={act.data.batchId} batchId={act.data.batchId} editionId={editionId} />}
      <StandingRules editionId={editionId} />
      <Batches editionId={editionId} />
    </Page>
  );
};

const nothing = () => undefined;

const EnrollInstitution = ({ busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<InstitutionView>();
  return (
    <div className={styles.form}>
      <Choice
        things={institutions}
        label={t('institution.institution')}
        value={chosen?.id ?? ''}
        none={t('institution.choose')}
        onChange={setChosen}
      />
      <div>
        <Button
          disabled={!chosen}
          loading={busy}
          onClick={() => {
            if (chosen) onEnroll({ institutionId: chosen.id }, nothing);
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
          onEnroll({ everyone: true }, nothing);
        }}
      >
        <p>{t('institution.enroll.everyoneText')}</p>
      </Confirm>
    </div>
  );
};
