import type { ImportView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { applyImport, importQuery, importsPath, peoplePath, reverseImport } from './api.js';
import { ImportDifferences } from './ImportDifferences.js';
import { importTones } from './Imports.js';
import styles from './institution.module.css';

/** One import: what it would do, what it did, which rows it refused and why, and the ways to apply it and to take it back. */
export const Import = () => {
  const { importId } = useParams({ from: '/in/institution/imports/$importId' });
  return <LoadedPage query={useQuery(importQuery(importId))}>{(item) => <ImportPage key={item.id} item={item} />}</LoadedPage>;
};

const ImportPage = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const numbers = ['rows', 'accepted', 'changed', 'unchanged', 'rejected'] as const;
  return (
    <Page
      title={item.fileName}
      over={t('institution.imports.one')}
      back={<TextLink to="/institution/imports">{t('nav.imports')}</TextLink>}
      actions={<Tag tone={importTones[item.state]}>{t(`institution.imports.state.${item.state}`)}</Tag>}
    >
      <Step item={item} />
      <Section title={t('institution.imports.result')}>
        <Facts short facts={numbers.map((name) => [t(`institution.imports.count.${name}`), count(item[name], language)] as const)} />
      </Section>
      <ImportDifferences item={item} />
    </Page>
  );
};

const Step = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  switch (item.state) {
    case 'rehearsed':
      return <Rehearsed item={item} />;
    case 'applied':
      return <Applied item={item} />;
    case 'reversed':
      return (
        <Notice role="status" title={t('institution.imports.reversedText')}>
          <Reversal item={item} />
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" role="alert" title={t('institution.imports.failed')}>
          <p>{item.problem?.message}</p>
        </Notice>
      );
    case 'queued':
      return <Meter share={null} label={t('institution.imports.state.queued')} />;
    case 'reading':
    case 'applying':
    case 'reversing':
      return <Meter share={item.progress} label={t(`institution.imports.state.${item.state}`)} />;
  }
};

const outcomes = ['restored', 'removed', 'deactivated', 'kept'] as const;

const Reversal = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reversal } = item;
  return (
    reversal && (
      <Facts short facts={outcomes.map((name) => [t(`institution.imports.reversal.${name}`), count(reversal[name], language)] as const)} />
    )
  );
};

const useStep = (act: (id: string) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: [importsPath] }), client.invalidateQueries({ queryKey: [peoplePath] })]),
  });
};

const Rehearsed = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const apply = useStep(applyImport);
  const any = item.accepted > 0;
  return (
    <Notice tone="care" role="status" title={t('institution.imports.rehearsedTitle')}>
      <p>{t(any ? 'institution.imports.rehearsedText' : 'institution.imports.nothingToApply')}</p>
      {apply.isError && <Failure reason={apply.error} />}
      {any && (
        <Button
          loading={apply.isPending}
          onClick={() => {
            apply.mutate(item.id);
          }}
        >
          {t('institution.imports.apply')}
        </Button>
      )}
    </Notice>
  );
};

const Applied = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const reverse = useStep(reverseImport);
  return (
    <Notice tone="good" role="status" title={t('institution.imports.appliedTitle')}>
      <div className={styles.buttons}>
        <ButtonLink to="/institution/people" variant="default" size="sm">
          {t('institution.imports.seePeople')}
        </ButtonLink>
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('institution.imports.reverse')}
        </Button>
      </div>
      <Confirm
        opened={asked}
        title={t('institution.imports.reverseTitle')}
        confirm={t('institution.imports.reverse')}
        harmful
        busy={reverse.isPending}
        reason={reverse.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          reverse.mutate(item.id);
        }}
      >
        <p>{t('institution.imports.reverseText')}</p>
      </Confirm>
    </Notice>
  );
};
