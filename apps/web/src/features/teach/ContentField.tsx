import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { foundQuery, quizzes, readyPackages } from '../../lib/things.js';
import { useSending } from '../../lib/use-sending.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { FileField } from '../../ui/FileField/FileField.js';
import { TextLink } from '../../ui/Links/Links.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import type { ContentProps as Props } from './content-props.js';
import { sendFile } from './api.js';

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
  const none = useQuery(foundQuery(readyPackages, '')).data?.items.length === 0;
  return (
    <Choice
      things={readyPackages}
      label={t('teach.units.package', { language: label })}
      description={none && <TextLink to="/teach/packages">{t('teach.units.noPackages')}</TextLink>}
      value={value}
      error={error}
      none={t('teach.units.choose')}
      onChange={(picked) => {
        onChange(picked?.id ?? '');
      }}
    />
  );
};

const QuizChoice = ({ label, value, error, onChange }: Props) => {
  const { t } = useTranslation();
  const none = useQuery(foundQuery(quizzes, '')).data?.items.length === 0;
  return (
    <Choice
      things={quizzes}
      label={t('teach.units.quiz', { language: label })}
      description={none && <TextLink to="/teach/quizzes">{t('teach.units.noQuizzes')}</TextLink>}
      value={value}
      error={error}
      none={t('teach.units.choose')}
      onChange={(picked) => {
        onChange(picked?.id ?? '');
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
