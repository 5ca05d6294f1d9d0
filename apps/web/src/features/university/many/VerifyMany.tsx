import type { VerificationAnswers } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../../lib/http.js';
import { useDraft } from '../../../lib/use-draft.js';
import { Failure } from '../../../ui/Failure/Failure.js';
import { FileField } from '../../../ui/FileField/FileField.js';
import { Meter } from '../../../ui/Meter/Meter.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import { Page, Section } from '../../../ui/Page/Page.js';
import { Restored } from '../../../ui/Restored/Restored.js';
import styles from '../university.module.css';
import { Results } from './Results.js';
import { mostAtOnce, numbersIn, type Wanted, wantedIn } from './read.js';
import type { Result } from './verdict.js';

const atOnce = 50;
const path = '/accreditation/verifications/batches';

/** Checks many certificates: pasted numbers and links, or a file of them. */
export const VerifyMany = () => {
  const { t } = useTranslation();
  const draft = useDraft('verify-many', { text: '' });
  const { text } = draft.fields;
  const [file, setFile] = useState<File | null>(null);
  const [none, setNone] = useState<'text' | 'file' | null>(null);
  const check = useCheck();
  const begin = (wanted: Wanted[], from: 'text' | 'file') => {
    setNone(wanted.length === 0 ? from : null);
    if (wanted.length === 0) return;
    check.mutate(wanted, {
      onSuccess: () => {
        if (from === 'text') draft.settle({ text });
      },
    });
  };
  return (
    <Page title={t('nav.verifyMany')} lead={t('registry.many.lead')} narrow>
      <Section title={t('registry.many.paste')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            begin(numbersIn(text), 'text');
          }}
        >
          <Restored draft={draft} />
          <Textarea
            label={t('registry.many.paste')}
            description={t('registry.many.pasteHint')}
            rows={6}
            spellCheck={false}
            value={text}
            error={none === 'text' ? t('registry.many.none') : undefined}
            onChange={(event) => {
              draft.set({ text: event.currentTarget.value });
            }}
          />
          <div>
            <Button type="submit" loading={check.isPending}>
              {t('registry.many.action')}
            </Button>
          </div>
        </form>
        <FileField
          label={t('registry.many.file')}
          accept=".csv,.txt,.json,text/csv,text/plain,application/json"
          file={file}
          disabled={check.isPending}
          onPick={(picked) => {
            setFile(picked);
            void picked.text().then((content) => {
              begin(
                wantedIn(content, (number) => t('registry.many.document', { number })),
                'file',
              );
            });
          }}
        />
        {none === 'file' && (
          <Notice tone="bad" role="alert">
            {t('registry.many.unreadable')}
          </Notice>
        )}
      </Section>
      {check.isPending && <Meter label={t('registry.many.progress')} share={check.share} />}
      {check.isError && <Failure reason={check.error} />}
      {(check.variables?.length ?? 0) > mostAtOnce && (
        <Notice tone="care">{t('registry.many.tooMany', { count: check.variables?.length ?? 0 })}</Notice>
      )}
      {check.results.length > 0 && <Results results={check.results} />}
    </Page>
  );
};

/** Sends what is wanted in pieces, one after the other, and tells how far it has come. What was answered stays when a later piece fails. */
const useCheck = () => {
  const [results, setResults] = useState<Result[]>([]);
  const [share, setShare] = useState(0);
  const mutation = useMutation({
    mutationFn: async (wanted: Wanted[]) => {
      setResults([]);
      setShare(0);
      await checkFrom(wanted.slice(0, mostAtOnce), 0, (found, done) => {
        setResults((before) => [...before, ...found]);
        setShare(done);
      });
    },
  });
  return { ...mutation, results, share };
};

const checkFrom = async (wanted: readonly Wanted[], from: number, tell: (found: Result[], done: number) => void): Promise<void> => {
  const piece = wanted.slice(from, from + atOnce);
  if (piece.length === 0) return;
  const items = piece.map((each) => ('id' in each ? { id: each.id } : { credential: each.credential }));
  const { items: answers } = await http.post<VerificationAnswers>(path, { body: { items } });
  tell(
    piece.map((each, place) => ({ wanted: each, answers: answers[place] ?? null })),
    Math.min(1, (from + piece.length) / wanted.length),
  );
  await checkFrom(wanted, from + atOnce, tell);
};
