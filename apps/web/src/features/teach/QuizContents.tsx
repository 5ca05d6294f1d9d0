import { Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Drafted } from '../../lib/use-draft.js';
import { Section } from '../../ui/Page/Page.js';
import { tagsQuery } from './api.js';
import { type BuilderFields, type BuilderMissing, emptySection } from './quiz-builder.js';
import { QuizSections } from './QuizSections.js';
import styles from './teach.module.css';

export interface PartProps {
  fields: BuilderFields;
  set: Drafted<BuilderFields>['set'];
  missing: readonly BuilderMissing[];
  /** In use: shown, and not to be changed. */
  fixed: boolean;
}
interface Props extends PartProps {
  bankId: string;
}
const ways = ['all', 'pick', 'sections'] as const;

/** What is asked: the whole bank, a number of its questions at random, or sections of questions and draws. */
export const QuizContents = ({ fields, set, missing, fixed, bankId }: Props) => {
  const { t } = useTranslation();
  const tags = (useQuery(tagsQuery(bankId)).data?.items ?? []).map(({ tag }) => tag);
  return (
    <Section title={t('builder.contents')}>
      <fieldset className={styles.plainSet} disabled={fixed}>
        <Radio.Group
          label={t('builder.how.label')}
          value={fields.how}
          onChange={(value) => {
            const how = ways.find((way) => way === value) ?? 'all';
            set({ how, ...(how === 'sections' && fields.sections.length === 0 ? { sections: [emptySection] } : {}) });
          }}
        >
          <div className={styles.choices}>
            {ways.map((way) => (
              <Radio key={way} value={way} label={t(`builder.how.${way}`)} disabled={fixed} />
            ))}
          </div>
        </Radio.Group>
        {fields.how === 'pick' && (
          <TextInput
            label={t('teach.quizzes.field.pick')}
            inputMode="numeric"
            className={styles.short ?? ''}
            value={fields.pick}
            error={missing.includes('pick') ? t('teach.quizzes.missing.pick') : undefined}
            onChange={(event) => {
              set({ pick: event.currentTarget.value });
            }}
          />
        )}
        {fields.how === 'sections' && (
          <>
            {missing.includes('sections') && (
              <p role="alert" className={styles.error}>
                {t('builder.missingSections')}
              </p>
            )}
            <QuizSections sections={fields.sections} set={set} bankId={bankId} tags={tags} />
          </>
        )}
      </fieldset>
    </Section>
  );
};
