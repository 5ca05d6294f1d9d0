import type { MergePreview, MergeableField } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { enrollmentsPath, peoplePath } from './api.js';
import { MergeMoves } from './MergeMoves.js';
import { differing, MergeValues, suggested } from './MergeValues.js';
import { duplicatesPath, merge, mergesPath, previewQuery } from './people-api.js';
import styles from './people.module.css';

/** Two accounts side by side: which stays, which values it takes, what moves. Nothing happens before it is confirmed. */
export const MergeAccounts = () => {
  const { kept, merged } = useSearch({ from: '/in/institution/merge' });
  const query = useQuery(previewQuery(kept, merged));
  return <LoadedPage query={query}>{(preview) => <Preview key={`${kept}-${merged}`} preview={preview} />}</LoadedPage>;
};

const Preview = ({ preview }: { preview: MergePreview }) => {
  const { t } = useTranslation();
  const { kept, merged } = preview;
  const [take, setTake] = useState<MergeableField[]>(() => suggested(kept, merged));
  const name = `${kept.givenName} ${kept.familyName}`;
  const same = differing(kept, merged).length === 0;
  const swap = (
    <ButtonLink to="/institution/merge" search={{ kept: merged.id, merged: kept.id }} replace variant="default" size="xs">
      {t('institution.merge.swap')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('institution.merge.title')}
      lead={t('institution.merge.lead')}
      back={<TextLink to="/institution/duplicates">{t('institution.duplicates.title')}</TextLink>}
    >
      <Section title={t('institution.merge.which')} actions={swap}>
        <div className={styles.pair}>
          <Notice tone="good" title={t('institution.merge.stays', { email: kept.email })}>
            <p>{t('institution.merge.staysText')}</p>
          </Notice>
          <Notice tone="care" title={t('institution.merge.goes', { email: merged.email })}>
            <p>{t('institution.merge.goesText')}</p>
          </Notice>
        </div>
      </Section>
      <Section title={t('institution.merge.values')}>
        {same ? (
          <p>{t('institution.merge.sameValues')}</p>
        ) : (
          <>
            <p>{t('institution.merge.valuesText')}</p>
            <MergeValues kept={kept} merged={merged} take={take} onTake={setTake} />
          </>
        )}
      </Section>
      <MergeMoves preview={preview} />
      <Merge preview={preview} take={take} name={name} />
    </Page>
  );
};

const Merge = ({ preview: { kept, merged }, take, name }: { preview: MergePreview; take: MergeableField[]; name: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const act = useCreate(merge, async () => {
    const paths = [mergesPath, peoplePath, duplicatesPath, enrollmentsPath];
    await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path], refetchType: 'none' })));
    await navigate({ to: '/institution/people/$personId', params: { personId: kept.id } });
  });
  return (
    <div>
      <Button
        onClick={() => {
          act.reset();
          setAsked(true);
        }}
      >
        {t('institution.merge.action')}
      </Button>
      <Confirm
        opened={asked}
        title={t('institution.merge.ask')}
        confirm={t('institution.merge.action')}
        busy={act.isPending}
        reason={act.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          act.mutate({ keptId: kept.id, mergedId: merged.id, take });
        }}
      >
        <p>{t('institution.merge.askText', { name, email: merged.email })}</p>
      </Confirm>
    </div>
  );
};
