import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/use-draft.js';
import { useSending } from '../../lib/use-sending.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import { questionImportQuery, sendQuestions } from './api.js';
import { Findings } from './Findings.js';
import styles from './teach.module.css';
import { useBankRefresh } from './use-bank-refresh.js';

/** Questions from a GIFT file, or from GIFT text pasted here; what could not be read is named line by line. */
export const QuestionImport = ({ bankId }: { bankId: string }) => {
  const { t } = useTranslation();
  const pasted = useDraft(`gift.${bankId}`, { text: '' });
  const { text } = pasted.fields;
  const [importId, setImportId] = useState<string>();
  const sending = useSending(
    `gift.${bankId}`,
    (file) => sendQuestions(bankId, file),
    ({ id }) => {
      setImportId(id);
      pasted.done({ text: '' });
    },
  );
  return (
    <Section title={t('teach.gift.title')}>
      <FileField
        label={t('teach.gift.file')}
        description={t('teach.gift.fileHint')}
        accept=".gift,.txt,text/plain"
        file={sending.file}
        disabled={sending.busy}
        onPick={sending.pick}
      />
      <details className={styles.details} open={pasted.restored !== undefined || undefined}>
        <summary>{t('teach.gift.paste')}</summary>
        <div className={styles.form}>
          <Restored draft={pasted} />
          <Textarea
            label={t('teach.gift.text')}
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              pasted.set({ text: event.currentTarget.value });
            }}
          />
          <div>
            <Button
              variant="default"
              disabled={text.trim() === ''}
              loading={sending.busy}
              onClick={() => {
                sending.pick(new File([text], 'questions.gift', { type: 'text/plain' }));
              }}
            >
              {t('teach.gift.send')}
            </Button>
          </div>
        </div>
      </details>
      <SendingState sending={sending} label={t('teach.sending')} />
      {importId && <Outcome key={importId} bankId={bankId} importId={importId} />}
    </Section>
  );
};

const Outcome = ({ bankId, importId }: { bankId: string; importId: string }) => {
  const { t } = useTranslation();
  const refresh = useBankRefresh();
  const query = useQuery(questionImportQuery(bankId, importId));
  const done = query.data?.state === 'done';
  useEffect(() => {
    if (done) void refresh(bankId);
  }, [done, bankId, refresh]);
  return (
    <Loaded query={query}>
      {({ state, accepted, rejected, findings }) => (
        <>
          {(state === 'queued' || state === 'reading') && <Meter share={null} label={t('teach.gift.reading')} />}
          {done && (
            <Notice tone={rejected > 0 ? 'care' : 'good'} role="status" title={t('teach.gift.accepted', { count: accepted })}>
              {rejected > 0 && <p>{t('teach.gift.rejected', { count: rejected })}</p>}
            </Notice>
          )}
          {state === 'failed' && (
            <Notice tone="bad" role="alert">
              {t('teach.gift.failed')}
            </Notice>
          )}
          {findings.length > 0 && <Findings findings={findings} />}
        </>
      )}
    </Loaded>
  );
};
