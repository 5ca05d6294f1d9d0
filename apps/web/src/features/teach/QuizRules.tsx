import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Page/Page.js';
import type { PartProps } from './QuizContents.js';
import styles from './teach.module.css';

const examination = ['minutes', 'attemptsAllowed', 'passingScore'] as const;
const releases = ['none', 'score', 'answers'] as const;
const times = ['graded', 'closed'] as const;

/** How long, how often and how well; what learners see of the result; how essays are marked. */
export const QuizRules = ({ fields, set, missing, fixed }: PartProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('builder.rules')}>
        <div className={styles.numbers}>
          {examination.map((field) => (
            <TextInput
              key={field}
              label={t(`teach.quizzes.field.${field}`)}
              description={t(`teach.quizzes.hint.${field}`)}
              inputMode="numeric"
              disabled={fixed}
              value={fields[field]}
              error={missing.includes(field) ? t(`teach.quizzes.missing.${field}`) : undefined}
              onChange={(event) => {
                set({ [field]: event.currentTarget.value });
              }}
            />
          ))}
        </div>
      </Section>
      <Section title={t('builder.release.title')}>
        <div className={styles.numbers}>
          <NativeSelect
            label={t('builder.release.what')}
            value={fields.release}
            data={releases.map((each) => ({ value: each, label: t(`builder.release.${each}`) }))}
            onChange={(event) => {
              set({ release: releases.find((each) => each === event.currentTarget.value) ?? 'score' });
            }}
          />
          <NativeSelect
            label={t('builder.release.when')}
            value={fields.releaseAt}
            disabled={fields.release === 'none'}
            data={times.map((each) => ({ value: each, label: t(`builder.release.${each}`) }))}
            onChange={(event) => {
              set({ releaseAt: times.find((each) => each === event.currentTarget.value) ?? 'graded' });
            }}
          />
        </div>
      </Section>
      <Section title={t('builder.marking.title')}>
        <p className={styles.quiet}>{t('builder.marking.text')}</p>
        <div className={styles.numbers}>
          <NativeSelect
            label={t('builder.marking.markers')}
            value={fields.markers}
            data={[
              { value: '1', label: t('builder.marking.one') },
              { value: '2', label: t('builder.marking.two') },
            ]}
            onChange={(event) => {
              set({ markers: event.currentTarget.value === '2' ? '2' : '1' });
            }}
          />
          {fields.markers === '2' && (
            <TextInput
              label={t('builder.marking.tolerance')}
              description={t('builder.marking.toleranceHint')}
              inputMode="numeric"
              value={fields.markTolerance}
              error={missing.includes('markTolerance') ? t('teach.quizzes.missing.passingScore') : undefined}
              onChange={(event) => {
                set({ markTolerance: event.currentTarget.value });
              }}
            />
          )}
        </div>
        <Checkbox
          label={t('builder.marking.anonymous')}
          checked={fields.anonymous}
          onChange={(event) => {
            set({ anonymous: event.currentTarget.checked });
          }}
        />
      </Section>
    </>
  );
};
