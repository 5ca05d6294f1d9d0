import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { checkList } from './api.js';
import { type WayProps, enrollDraft } from './ways.js';
import { rowsIn } from './emails.js';
import styles from './roster.module.css';

/** More at once are a matter of an institution or a rule. */
const most = 10_000;
/** So many refused rows are shown; the others are counted. */
const shownRows = 100;

/** Enrolls whom a list names by address or by their force's id: each row that names nobody is told with its number and the reason. */
export const EnrollList = ({ editionId, busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const draft = useDraft(enrollDraft('list', editionId), { text: '' });
  const { text } = draft.fields;
  const [file, setFile] = useState<File | null>(null);
  const rows = rowsIn(text);
  const check = useMutation({
    mutationFn: async (listed: typeof rows) => {
      const { people, refused } = await checkList(
        editionId,
        listed.map(({ named }) => named),
      );
      return { people, refused: refused.map(({ row, code }) => ({ code, ...listed[row - 1] })) };
    },
  });
  const write = (next: string) => {
    check.reset();
    draft.set({ text: next });
  };
  return (
    <div className={styles.form}>
      <Restored draft={draft} />
      <Textarea
        label={t('roster.list.rows')}
        description={t('roster.list.hint')}
        rows={8}
        spellCheck={false}
        value={text}
        error={rows.length > most ? t('roster.list.tooMany', { count: most, shown: count(most, language) }) : undefined}
        onChange={(event) => {
          write(event.currentTarget.value);
        }}
      />
      <FileField
        label={t('roster.list.file')}
        description={t('roster.list.fileHint')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        file={file}
        onPick={(picked) => {
          setFile(picked);
          void picked.text().then(write);
        }}
      />
      <div>
        <Button
          variant={check.data ? 'default' : 'filled'}
          disabled={rows.length === 0 || rows.length > most}
          loading={check.isPending}
          onClick={() => {
            check.mutate(rows);
          }}
        >
          {t('roster.list.check', { count: rows.length, shown: count(rows.length, language) })}
        </Button>
      </div>
      {check.isError && <Failure reason={check.error} />}
      {check.data && (
        <>
          {check.data.refused.length > 0 && (
            <Notice
              tone="care"
              role="status"
              title={t('roster.list.refused', { count: check.data.refused.length, shown: count(check.data.refused.length, language) })}
            >
              <ul>
                {check.data.refused.slice(0, shownRows).map(({ row, text: line, code }) => (
                  <li key={row}>
                    {t('roster.list.row', { row, text: (line ?? '').slice(0, 80) })} {t(`roster.list.reason.${code}`)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <div>
            <Button
              disabled={check.data.people.length === 0}
              loading={busy}
              onClick={() => {
                onEnroll({ personIds: check.data.people.map(({ personId }) => personId) }, draft.done);
              }}
            >
              {t('institution.enroll.people', { count: check.data.people.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
