import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../lib/local-text.js';
import type { Drafted } from '../../lib/use-draft.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { LastStep, type Step } from './LastStep.js';
import { Movers } from './Movers.js';
import { type BuilderFields, type EntryFields, type SectionFields, emptySection, moved, withItem } from './quiz-builder.js';
import { QuizEntries } from './QuizEntries.js';
import styles from './teach.module.css';

interface Props {
  sections: readonly SectionFields[];
  set: Drafted<BuilderFields>['set'];
  bankId: string;
  tags: readonly string[];
}

/** The parts of a quiz: added, put in order, taken out; the last step can be taken back, and what was typed since stays. */
export const QuizSections = ({ sections, set, bankId, tags }: Props) => {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>();
  const turn = (next: (now: SectionFields[]) => SectionFields[]) => {
    set((now) => ({ sections: next(now.sections) }));
  };
  const change = (at: number, next: (section: SectionFields) => Partial<SectionFields>) => {
    turn((now) => now.map((section, place) => (place === at ? { ...section, ...next(section) } : section)));
  };
  const turnEntries = (at: number, next: (now: EntryFields[]) => EntryFields[]) => {
    change(at, ({ entries }) => ({ entries: next(entries) }));
  };
  /** Moves an item or takes it out, by what turns its list, and says so. */
  const steps = <T,>(turnList: (next: (now: T[]) => T[]) => void, items: readonly T[], at: number, title: string) => ({
    onMove: (by: -1 | 1) => {
      turnList((now) => moved(now, at, by));
      setStep({
        words: t('teach.units.moved', { title, place: at + by + 1, total: items.length }),
        undo: () => {
          turnList((now) => moved(now, at + by, -by));
        },
      });
    },
    onDrop: () => {
      const item = items[at];
      if (item === undefined) return;
      turnList((now) => now.filter((_, place) => place !== at));
      setStep({
        words: t('builder.dropped', { title }),
        undo: () => {
          turnList((now) => withItem(now, at, item));
        },
      });
    },
  });
  return (
    <>
      <LastStep step={step} onUndone={setStep} />
      {sections.map((section, at) => (
        <fieldset key={at} className={styles.contents}>
          <legend>{t('builder.section', { number: at + 1 })}</legend>
          <LanguageFields
            label={t('builder.sectionTitle')}
            name={`sections.${String(at)}.title`}
            languages={languages}
            value={section.title}
            onChange={(title) => {
              change(at, () => ({ title }));
            }}
          />
          <NativeSelect
            label={t('builder.order.label')}
            className={styles.short ?? ''}
            value={section.order}
            data={(['fixed', 'shuffled'] as const).map((order) => ({ value: order, label: t(`builder.order.${order}`) }))}
            onChange={(event) => {
              const order = event.currentTarget.value === 'shuffled' ? 'shuffled' : 'fixed';
              change(at, () => ({ order }));
            }}
          />
          <QuizEntries
            entries={section.entries}
            bankId={bankId}
            tags={tags}
            onChange={(entries) => {
              change(at, () => ({ entries }));
            }}
            stepsOf={(place) =>
              steps<EntryFields>(
                (next) => {
                  turnEntries(at, next);
                },
                section.entries,
                place,
                t('builder.line', { number: place + 1 }),
              )
            }
          />
          <Movers
            at={at}
            total={sections.length}
            fewest={1}
            names={{
              up: t('builder.sectionUp', { number: at + 1 }),
              down: t('builder.sectionDown', { number: at + 1 }),
              drop: t('builder.dropSection', { number: at + 1 }),
            }}
            {...steps(turn, sections, at, t('builder.section', { number: at + 1 }))}
          />
        </fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            turn((now) => [...now, emptySection]);
          }}
        >
          {t('builder.addSection')}
        </Button>
      </div>
    </>
  );
};
