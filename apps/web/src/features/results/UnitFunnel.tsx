import type { RosterFunnel } from '@aula/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { Track } from '../../ui/Figure/Track.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { type LearnerFilter, funnelQuery } from './api.js';
import styles from './results.module.css';

/** How many of an edition come how far: enrolled, through each unit, to the end. Every number opens the list behind it. */
export const UnitFunnel = ({ editionId }: { editionId: string }) => (
  <Loaded query={useQuery(funnelQuery(editionId))}>{(funnel) => <Steps editionId={editionId} funnel={funnel} />}</Loaded>
);

interface Step {
  key: string;
  name: string;
  /** What a number of the step counts, and which learners those are. */
  parts: readonly [StepPart] | readonly [StepPart, StepPart];
}
interface StepPart {
  people: number;
  filter: LearnerFilter;
  label: string;
}

const Steps = ({ editionId, funnel }: { editionId: string; funnel: RosterFunnel }) => {
  const { t } = useTranslation();
  const steps = useSteps(funnel);
  const people = Math.max(1, funnel.enrolled);
  return (
    <Figure
      title={t('results.funnel.title')}
      note={t('results.funnel.note')}
      name="edition-funnel"
      table={{
        head: [t('results.funnel.step'), t('results.funnel.begun'), t('results.funnel.finished')],
        rows: steps.map(({ key, name, parts: [begun, finished = begun] }) => ({
          key,
          cells: [name, begun.people, finished.people],
          link: (shown, place) => (
            <TextLink to="/teach/results/$editionId/learners" params={{ editionId }} search={place === 2 ? finished.filter : begun.filter}>
              {shown}
            </TextLink>
          ),
        })),
      }}
    >
      <ol className={styles.bars}>
        {steps.map(({ key, name, parts }) => (
          <li key={key} className={styles.bar}>
            <span className={styles.stepName}>{name}</span>
            <span className={styles.figures}>
              {parts.map((part) => (
                <Part key={part.filter.reached} editionId={editionId} name={name} part={part} of={funnel.enrolled} />
              ))}
            </span>
            <Track shares={parts.map(({ people: reached }) => reached / people)} />
          </li>
        ))}
      </ol>
    </Figure>
  );
};

const Part = ({ editionId, name, part, of }: { editionId: string; name: string; part: StepPart; of: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { people, filter, label } = part;
  const share = of > 0 && filter.reached !== 'begun' ? ` · ${percent(people / of, language)}` : '';
  return (
    <TextLink to="/teach/results/$editionId/learners" params={{ editionId }} search={filter}>
      <VisuallyHidden>{`${name}: `}</VisuallyHidden>
      {t('roster.fact', { name: label, value: `${count(people, language)}${share}` })}
    </TextLink>
  );
};

const useSteps = ({ enrolled, units, completed }: RosterFunnel): Step[] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const whole = (reached: 'enrolled' | 'completed', people: number): Step => ({
    key: reached,
    name: t(`results.funnel.${reached}`),
    parts: [{ people, filter: { reached }, label: t('results.people') }],
  });
  return [
    whole('enrolled', enrolled),
    ...units.map(({ unitId, position, title, required, begun, finished }): Step => ({
      key: unitId,
      name: `${String(position)}. ${textIn(title, language)}${required ? '' : ` (${t('results.funnel.optional')})`}`,
      parts: [
        { people: begun, filter: { reached: 'begun' as const, unit: unitId }, label: t('results.funnel.begun') },
        { people: finished, filter: { reached: 'finished' as const, unit: unitId }, label: t('results.funnel.finished') },
      ],
    })),
    whole('completed', completed),
  ];
};
