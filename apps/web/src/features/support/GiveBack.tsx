import type { ContentAttemptView, RestorePreview } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { allows } from '../../lib/rights.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { attemptQuery, previewQuery } from './api.js';
import { GiveBackForm } from './GiveBackForm.js';
import { nameOf } from './name.js';
import { Outcome } from './Outcome.js';
import { elementName } from './words.js';
import styles from './support.module.css';

/** One earlier state: what the learner would find otherwise, and giving it back. */
export const GiveBack = () => {
  const { attemptId, point } = useParams({ from: '/in/teach/attempts/$attemptId/states/$point' });
  const preview = useQuery(previewQuery(attemptId, point));
  return (
    <LoadedPage query={useQuery(attemptQuery(attemptId))}>
      {(attempt) => (
        <StatePage attempt={attempt} preview={<Loaded query={preview}>{(it) => <Changes preview={it} attempt={attempt} />}</Loaded>} />
      )}
    </LoadedPage>
  );
};

const StatePage = ({ attempt, preview }: { attempt: ContentAttemptView; preview: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('support.giveBack.title')}
      over={nameOf(attempt, t)}
      lead={t('support.giveBack.lead')}
      back={
        <TextLink to="/teach/attempts/$attemptId" params={{ attemptId: attempt.id }}>
          {nameOf(attempt, t)}
        </TextLink>
      }
    >
      {preview}
    </Page>
  );
};

const Changes = ({ preview, attempt }: { preview: RestorePreview; attempt: ContentAttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { before, after } = preview.result;
  const scoreText = (scaled: number | null) => (scaled === null ? t('support.giveBack.noScore') : percent(scaled, language));
  return (
    <>
      <Section title={t('support.giveBack.result')}>
        <Facts
          facts={[
            [t('support.giveBack.now'), <Outcome result={before} />],
            [t('support.giveBack.then'), <Outcome result={after} />],
            [t('support.giveBack.scoreNow'), scoreText(before.scaled)],
            [t('support.giveBack.scoreThen'), scoreText(after.scaled)],
            [t('support.giveBack.opens'), preview.opens.after],
          ]}
        />
        <Notice>
          <p>{t('support.giveBack.kept')}</p>
        </Notice>
      </Section>
      <Section title={t('support.giveBack.changes')} plain>
        {preview.changes.length === 0 ? (
          <Empty title={t('support.giveBack.same')} />
        ) : (
          <Rows label={t('support.giveBack.changes')}>
            {preview.changes.map((change) => (
              <Change key={`${change.item} ${change.element}`} change={change} />
            ))}
          </Rows>
        )}
        {preview.further > 0 && <p>{t('support.giveBack.further', { shown: count(preview.further, language) })}</p>}
      </Section>
      {allows(attempt, 'attempt.restore') && <GiveBackForm attemptId={attempt.id} preview={preview} />}
    </>
  );
};

const Change = ({ change }: { change: RestorePreview['changes'][number] }) => {
  const { t } = useTranslation();
  const { name, number } = elementName(change.element);
  return (
    <Row
      title={
        name === 'other' ? <code className={styles.value}>{change.element}</code> : t(`support.element.${name}`, { number: number ?? 0 })
      }
      text={change.item}
    >
      <Facts
        facts={[
          [t('support.giveBack.now'), <Value value={change.before} />],
          [t('support.giveBack.then'), <Value value={change.after} />],
        ]}
      />
    </Row>
  );
};

const Value = ({ value }: { value: string | null }) => {
  const { t } = useTranslation();
  return value === null || value === '' ? <em>{t('support.timeline.nothing')}</em> : <code className={styles.value}>{value}</code>;
};
