import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { verifyDocument } from './api.js';
import { Findings } from './Findings.js';

/** Not a JSON object: the file is something else. */
class NoDocument extends Error {}

const readDocument = async (file: File): Promise<Record<string, unknown>> => {
  const value: unknown = await file
    .text()
    .then((text) => JSON.parse(text) as unknown)
    .catch(() => undefined);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NoDocument();
  return value as Record<string, unknown>;
};

/** Checks a credential file that somebody holds; with `expected`, also whether it is the very document issued here. */
export const Compare = ({ expected = null }: { expected?: string | null }) => {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: async (picked: File) => verifyDocument(await readDocument(picked)) });
  const own = check.data?.hash ?? null;
  return (
    <Section title={t('verify.compare.title')}>
      <p>{t('verify.compare.text')}</p>
      <FileField
        label={t('verify.compare.file')}
        accept=".json,application/json,application/ld+json"
        file={file}
        disabled={check.isPending}
        onPick={(picked) => {
          setFile(picked);
          check.mutate(picked);
        }}
      />
      {check.isError &&
        (check.error instanceof NoDocument ? (
          <Notice tone="bad" role="alert">
            {t('verify.compare.noDocument')}
          </Notice>
        ) : (
          <Failure reason={check.error} />
        ))}
      {check.data && expected !== null && (
        <Notice
          tone={own === expected ? 'good' : 'bad'}
          role="status"
          title={t(own === expected ? 'verify.compare.same' : 'verify.compare.different')}
        />
      )}
      {check.data && <Findings verification={check.data} />}
    </Section>
  );
};
