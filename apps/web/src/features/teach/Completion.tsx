import type { CompletionRule, CourseView, Language, UnitView } from '@aula/contracts';
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, readNumber } from '../../lib/number.js';
import { Refusal } from '../../lib/problem.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { courseQuery, setCompletion } from './api.js';
import styles from './teach.module.css';

interface Fields {
  units: readonly UnitView['id'][] | 'required';
  /** A percentage as it is typed; '' for none. */
  score: string;
}
const fieldsOf = ({ units, minimumScore }: CourseView['completion'], language: Language): Fields => ({
  units,
  score: minimumScore === null || minimumScore === undefined ? '' : count(minimumScore * 100, language),
});

/** When the course is complete: which units, and how well the quizzes must be done. */
export const Completion = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const draft = useDraft<Fields>(`completion.${course.id}`, fieldsOf(course.completion, language));
  const { units: chosen, score } = draft.fields;
  const typed = readNumber(score);
  const wrong = score.trim() !== '' && (typed === undefined || typed < 0 || typed > 100);
  const save = useMutation({
    mutationFn: ({ rule, revision }: { rule: CompletionRule; revision: number | undefined }) => setCompletion(course.id, rule, revision),
    onSuccess: () => {
      draft.done();
    },
    onSettled: () => client.invalidateQueries({ queryKey: courseQuery(course.id).queryKey }),
  });
  return (
    <Section title={t('teach.completion.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const rule = { units: chosen === 'required' ? chosen : [...chosen], minimumScore: typed === undefined ? null : typed / 100 };
          if (!wrong) save.mutate({ rule, revision: course.authoring?.revision });
        }}
      >
        <Restored draft={draft} />
        <Radio.Group
          label={t('teach.completion.units')}
          value={chosen === 'required' ? 'required' : 'chosen'}
          onChange={(value) => {
            draft.set({
              units: value === 'required' ? 'required' : (course.units ?? []).filter((unit) => unit.required).map(({ id }) => id),
            });
          }}
        >
          <div className={styles.choices}>
            <Radio value="required" label={t('teach.completion.allRequired')} />
            <Radio value="chosen" label={t('teach.completion.chosen')} />
          </div>
        </Radio.Group>
        {chosen !== 'required' && (
          <UnitChoice
            course={course}
            chosen={chosen}
            onChange={(units) => {
              draft.set({ units });
            }}
          />
        )}
        <TextInput
          label={t('teach.completion.score')}
          description={t('teach.completion.scoreHint')}
          inputMode="decimal"
          className={styles.short ?? ''}
          value={score}
          error={wrong ? t('teach.completion.scoreWrong') : undefined}
          onChange={(event) => {
            draft.set({ score: event.currentTarget.value });
          }}
        />
        <p className={styles.quiet}>{t('teach.completion.evidence')}</p>
        {save.isError && <Failure reason={save.error} />}
        {save.error instanceof Refusal && save.error.status === 412 && (
          <div>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                draft.done(fieldsOf(course.completion, language));
                save.reset();
              }}
            >
              {t('authoring.conflict.takeTheirs')}
            </Button>
          </div>
        )}
        {save.isSuccess && (
          <Notice tone="good" role="status">
            {t('teach.completion.saved')}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('teach.completion.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
};

interface ChoiceProps {
  course: CourseView;
  chosen: readonly UnitView['id'][];
  onChange: (chosen: UnitView['id'][]) => void;
}

const UnitChoice = ({ course, chosen, onChange }: ChoiceProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const units = course.units ?? [];
  return (
    <Checkbox.Group
      label={t('teach.completion.which')}
      value={[...chosen]}
      onChange={(picked) => {
        onChange(units.filter(({ id }) => picked.includes(id)).map(({ id }) => id));
      }}
    >
      <div className={styles.choices}>
        {units.map((unit) => (
          <Checkbox key={unit.id} value={unit.id} label={textIn(unit.title, language)} />
        ))}
      </div>
    </Checkbox.Group>
  );
};
