import type { AuditCheckView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { lastCheckQuery, startCheck } from './api.js';
import { useAuditNames } from './names.js';

/** Whether the chain is whole: the last walk over it, and the way to start another. */
export const ChainCheck = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(lastCheckQuery);
  const start = useMutation({ mutationFn: startCheck, onSuccess: () => client.invalidateQueries({ queryKey: lastCheckQuery.queryKey }) });
  const last = query.data?.items[0];
  const working = last?.state === 'queued' || last?.state === 'running';
  return (
    <Section title={t('audit.check.title')}>
      <p>{t('audit.check.about')}</p>
      <Loaded query={query}>{() => (last ? <Result check={last} /> : <p>{t('audit.check.never')}</p>)}</Loaded>
      {start.isError && <Failure reason={start.error} />}
      <div>
        <Button
          disabled={working}
          loading={start.isPending}
          onClick={() => {
            start.mutate();
          }}
        >
          {t('audit.check.start')}
        </Button>
      </div>
    </Section>
  );
};

const Result = ({ check }: { check: AuditCheckView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useAuditNames();
  if (check.state === 'queued' || check.state === 'running') return <Meter share={check.progress} label={t('audit.check.running')} />;
  const when = instantText(check.endedAt ?? check.requestedAt, language);
  const { broken } = check;
  if (check.state === 'failed') return <Notice tone="bad">{t('audit.check.failed', { when })}</Notice>;
  const seen = { when, entries: count(check.entries, language), items: count(check.items, language) };
  if (!broken) return <Notice tone="good">{t('audit.check.whole', seen)}</Notice>;
  return (
    <Notice tone="bad" title={t('audit.check.broken', seen)}>
      <p>{t(`audit.reason.${broken.reason}`)}</p>
      <p>{broken.chain < 0 ? t('audit.check.nowhere') : t('audit.place', { chain: broken.chain, seq: broken.seq })}</p>
      {broken.kind && (
        <p>
          {names.kind(broken.kind)}: <code>{broken.id}</code>
        </p>
      )}
      <p>{t('audit.check.mend')}</p>
    </Notice>
  );
};
