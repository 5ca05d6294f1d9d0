import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../lib/local-text.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { Section } from '../../ui/Page/Page.js';
import { tagsQuery } from './api.js';
import { type BuilderFields, type BuilderMissing, type SectionFields, emptySection, moved } from './quiz-builder.js';
import { QuizEntries } from './QuizEntries.js';
import styles from './teach.module.css';

export interface PartProps {
  fields: BuilderFields;
  set: (change: Partial<BuilderFields>) => void;
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
  const change = (at: number, next: Partial<SectionFields>) => {
    set({ sections: fields.sections.map((section, place) => (place === at ? { ...section, ...next } : section)) });
  };
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
            {fields.sections.map((section, at) => (
              <fieldset key={at} className={styles.contents}>
                <legend>{t('builder.section', { number: at + 1 })}</legend>
                <LanguageFields
                  label={t('builder.sectionTitle')}
                  name={`sections.${String(at)}.title`}
                  languages={languages}
                  value={section.title}
                  onChange={(title) => {
                    change(at, { title });
                  }}
                />
                <NativeSelect
                  label={t('builder.order.label')}
                  className={styles.short ?? ''}
                  value={section.order}
                  data={(['fixed', 'shuffled'] as const).map((order) => ({ value: order, label: t(`builder.order.${order}`) }))}
                  onChange={(event) => {
                    change(at, { order: event.currentTarget.value === 'shuffled' ? 'shuffled' : 'fixed' });
                  }}
                />
                <QuizEntries
                  entries={section.entries}
                  bankId={bankId}
                  tags={tags}
                  onChange={(entries) => {
                    change(at, { entries });
                  }}
                />
                <div className={styles.buttons}>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={at === 0}
                    onClick={() => {
                      set({ sections: moved(fields.sections, at, -1) });
                    }}
                  >
                    {t('builder.sectionUp', { number: at + 1 })}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={fields.sections.length === 1}
                    onClick={() => {
                      set({ sections: fields.sections.filter((_, place) => place !== at) });
                    }}
                  >
                    {t('builder.dropSection', { number: at + 1 })}
                  </Button>
                </div>
              </fieldset>
            ))}
            <div>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => {
                  set({ sections: [...fields.sections, emptySection] });
                }}
              >
                {t('builder.addSection')}
              </Button>
            </div>
          </>
        )}
      </fieldset>
    </Section>
  );
};
