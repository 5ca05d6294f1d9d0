import type { PackageView, QuizView } from '@aula/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useSending } from '../../lib/use-sending.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { TextLink } from '../../ui/Links/Links.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import type { ContentProps as Props } from './content-props.js';
import { quizChoiceQuery, readyPackagesQuery, sendFile } from './api.js';

/** What a unit shows in one language: the package, the quiz, the address or the file. */
export const ContentField = (props: Props) => {
  const { kind } = props;
  if (kind === 'scorm') return <PackageChoice {...props} />;
  if (kind === 'quiz') return <QuizChoice {...props} />;
  if (kind === 'file') return <FileChoice {...props} />;
  return <VideoChoice {...props} />;
};

const PackageChoice = ({ label, value, error, onChange }: Props) => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { data } = useQuery(readyPackagesQuery(q));
  const items: PackageView[] = data?.items ?? [];
  const many = q !== '' || (data?.next ?? null) !== null;
  return (
    <>
      {many && <SearchField label={t('teach.packages.search')} onSearch={setQ} />}
      <NativeSelect
        label={t('teach.units.package', { language: label })}
        description={data && items.length === 0 ? <TextLink to="/teach/packages">{t('teach.units.noPackages')}</TextLink> : undefined}
        value={value}
        error={error}
        data={[
          { value: '', label: t('teach.units.choose') },
          ...(value && !items.some(({ id }) => id === value) ? [{ value, label: t('teach.units.chosenBefore') }] : []),
          ...items.map((each) => ({ value: each.id, label: each.title ? `${each.title} (${each.fileName})` : each.fileName })),
        ]}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </>
  );
};

const QuizChoice = ({ label, value, error, onChange }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(quizChoiceQuery);
  const items: QuizView[] = data?.items ?? [];
  return (
    <NativeSelect
      label={t('teach.units.quiz', { language: label })}
      description={data && items.length === 0 ? <TextLink to="/teach/quizzes">{t('teach.units.noQuizzes')}</TextLink> : undefined}
      value={value}
      error={error}
      data={[
        { value: '', label: t('teach.units.choose') },
        ...items.map((each) => ({ value: each.id, label: textIn(each.title, language) })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
};

/** An address, or a file that becomes part of the course. */
const VideoChoice = (props: Props) => {
  const { t } = useTranslation();
  const { label, value, error, onChange } = props;
  const isFile = value !== '' && !value.includes('/');
  return (
    <>
      <TextInput
        type="url"
        inputMode="url"
        label={t('teach.units.url', { language: label })}
        description={t('teach.units.urlHint')}
        value={isFile ? '' : value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <FileChoice {...props} value={isFile ? value : ''} />
    </>
  );
};

const FileChoice = ({ courseId, kind, language, label, value, onChange }: Props) => {
  const { t } = useTranslation();
  const sending = useSending(
    `${courseId}.${kind}.${language}`,
    (file) => sendFile(courseId, file),
    ({ id }) => {
      onChange(id);
    },
  );
  return (
    <>
      <FileField
        label={t(kind === 'video' ? 'teach.units.videoFile' : 'teach.units.file', { language: label })}
        {...(kind === 'video' ? { accept: 'video/*' } : {})}
        {...(value && !sending.file ? { description: t('teach.units.fileKept') } : {})}
        file={sending.file}
        disabled={sending.busy}
        onPick={sending.pick}
      />
      <SendingState sending={sending} label={t('teach.sending')} />
    </>
  );
};
