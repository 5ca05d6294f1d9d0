import type { PackageItemView, PackageView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes, count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { ConfirmedButton } from '../../ui/Confirm/ConfirmedButton.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { packageQuery, packagesPath, preview, removePackage } from './api.js';
import { Findings } from './Findings.js';
import { packageTones } from './Packages.js';
import styles from './teach.module.css';

/** One package: how far its unpacking is, what was found, what it holds. */
export const Package = () => {
  const { packageId } = useParams({ from: '/in/teach/packages/$packageId' });
  return <LoadedPage query={useQuery(packageQuery(packageId))}>{(item) => <PackagePage item={item} />}</LoadedPage>;
};

const PackagePage = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const weightText = (size: number, seconds: number) =>
    t('teach.packages.weight.text', { size: bytes(size, language), time: count(seconds, language) });
  return (
    <Page
      title={item.title ?? item.fileName}
      over={t('teach.packages.one')}
      back={<TextLink to="/teach/packages">{t('nav.packages')}</TextLink>}
      actions={<Tag tone={packageTones[item.state]}>{t(`teach.packages.state.${item.state}`)}</Tag>}
    >
      <State item={item} />
      <Section title={t('teach.packages.about')}>
        <Facts
          facts={[
            [t('teach.packages.standard'), item.standard && t(`teach.standard.${item.standard}`)],
            [t('teach.packages.fileName'), item.fileName],
            [t('teach.packages.size'), bytes(item.size, language)],
            [t('teach.packages.files'), count(item.files, language)],
            [t('teach.packages.tool'), item.tool],
            [t('teach.packages.sent'), instantText(item.createdAt, language)],
          ]}
        />
      </Section>
      {item.weight && (
        <Section title={t('teach.packages.weight.title')}>
          <Facts
            facts={[
              [t('teach.packages.weight.first'), weightText(item.weight.firstPageBytes, item.weight.firstPageSeconds)],
              [t('teach.packages.weight.all'), weightText(item.weight.bytes, item.weight.seconds)],
            ]}
          />
        </Section>
      )}
      {(item.findings.length > 0 || item.state === 'ready') && (
        <Section title={t('teach.findings.title')}>
          <Findings findings={item.findings} />
        </Section>
      )}
      {item.items.length > 0 && (
        <Section title={t('teach.packages.tree')}>
          <Tree items={item.items} />
        </Section>
      )}
      {item.state === 'ready' && (
        <Section title={t('teach.versions.title')}>
          <p>{t('teach.versions.about')}</p>
          <div className={styles.buttons}>
            <ButtonLink to="/teach/packages/$packageId/versions" params={{ packageId: item.id }} variant="default">
              {t('teach.versions.open')}
            </ButtonLink>
          </div>
        </Section>
      )}
      {(item.state === 'ready' || item.state === 'refused') && <Removal item={item} />}
    </Page>
  );
};

const State = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  if (item.state === 'queued' || item.state === 'unpacking') {
    return (
      <Section title={t('teach.packages.working')}>
        <Meter share={item.state === 'queued' ? null : item.progress} label={t(`teach.packages.state.${item.state}`)} />
      </Section>
    );
  }
  if (item.state === 'refused') {
    return (
      <Notice tone="bad" role="status" title={t('teach.packages.refused')}>
        <p>{t('teach.packages.refusedText')}</p>
      </Notice>
    );
  }
  return <Ready item={item} />;
};

const Ready = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  const look = useMutation({
    mutationFn: preview,
    onSuccess: ({ url }) => {
      location.assign(url);
    },
  });
  return (
    <Notice tone="good" role="status" title={t('teach.packages.ready')}>
      <p>{t('teach.packages.readyText')}</p>
      {look.isError && <Failure reason={look.error} />}
      <div className={styles.buttons}>
        <Button
          leftSection={<IconEye size={18} aria-hidden />}
          loading={look.isPending || look.isSuccess}
          onClick={() => {
            look.mutate({ packageId: item.id });
          }}
        >
          {t('teach.packages.preview')}
        </Button>
        <ButtonLink to="/teach/courses" variant="default">
          {t('teach.packages.toCourses')}
        </ButtonLink>
      </div>
    </Notice>
  );
};

const Removal = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePackage(item.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [packagesPath, 'list'] });
      await navigate({ to: '/teach/packages' });
    },
  });
  return (
    <Section title={t('teach.packages.remove.title')}>
      <p>{t('teach.packages.remove.text')}</p>
      <div className={styles.buttons}>
        <ConfirmedButton verb={t('teach.packages.remove.do')} title={t('teach.packages.remove.title')} act={remove}>
          <p>{item.title ?? item.fileName}</p>
        </ConfirmedButton>
      </div>
    </Section>
  );
};

const Tree = ({ items }: { items: readonly PackageItemView[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={styles.tree}>
      {items.map((item) => (
        <li key={item.identifier}>
          <span>{item.title || item.identifier}</span>
          {!item.launchable && item.children.length === 0 && <small> ({t('teach.packages.notLaunchable')})</small>}
          {!item.visible && <small> ({t('teach.packages.hidden')})</small>}
          {item.children.length > 0 && <Tree items={item.children} />}
        </li>
      ))}
    </ul>
  );
};
