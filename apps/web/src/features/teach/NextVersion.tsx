import type { PackageVersionView, PackageView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readyPackages } from '../../lib/things.js';
import { useCreate } from '../../lib/use-create.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { packageQuery, packagesPath } from './api.js';
import { PackageUpload } from './PackageUpload.js';
import { declareVersion } from './version-api.js';
import styles from './teach.module.css';

/** The file that is to follow: sent now, or chosen among those that are there. Learners stay where they are. */
export const NextVersion = ({ item, known }: { item: PackageView; known: readonly PackageVersionView[] }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const line = new Set([item.id, ...known.map(({ packageId }) => packageId)]);
  return (
    <>
      <PackageUpload title={t('teach.versions.next')} onPackage={setChosen} />
      <Section title={t('teach.versions.choose')}>
        <p className={styles.quiet}>{t('teach.versions.chooseText')}</p>
        <Choice
          things={{ ...readyPackages, offered: ({ id }) => !line.has(id) }}
          label={t('teach.versions.which')}
          value={chosen}
          none={t('teach.versions.none')}
          onChange={(picked) => {
            setChosen(picked?.id ?? '');
          }}
        />
        {chosen !== '' && <Chosen key={chosen} packageId={item.id} nextId={chosen} />}
      </Section>
    </>
  );
};

const Chosen = ({ packageId, nextId }: { packageId: string; nextId: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: next, error } = useQuery(packageQuery(nextId));
  const declare = useCreate(
    (id: string, key) => declareVersion(packageId, id, key),
    async () => {
      await client.invalidateQueries({ queryKey: [packagesPath] });
      await navigate({ to: '/teach/packages/$packageId/versions', params: { packageId: nextId } });
    },
  );
  if (error) return <Failure reason={error} />;
  if (!next) return null;
  if (next.state === 'refused')
    return (
      <Notice tone="bad" role="alert">
        <p>{t('teach.packages.refused')}</p>
        <TextLink to="/teach/packages/$packageId" params={{ packageId: nextId }}>
          {t('teach.packages.about')}
        </TextLink>
      </Notice>
    );
  if (next.state !== 'ready')
    return <Meter share={next.state === 'queued' ? null : next.progress} label={t(`teach.packages.state.${next.state}`)} />;
  return (
    <>
      {declare.isError && <Failure reason={declare.error} />}
      <div className={styles.buttons}>
        <Button
          loading={declare.isPending}
          onClick={() => {
            declare.mutate(nextId);
          }}
        >
          {t('teach.versions.declare')}
        </Button>
      </div>
    </>
  );
};
