import type { EditionView, RosterEntryView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { now } from '../../lib/clock.js';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames } from '../../lib/local-text.js';
import { dayText, fromNow, instantText } from '../../lib/time.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { usePlace } from './place.js';
import type { Column } from './search.js';

export const stateTones = { pending: 'plain', active: 'calm', completed: 'good', withdrawn: 'plain' } as const;

interface Props {
  learner: RosterEntryView;
  edition: EditionView;
  columns: readonly Column[];
}

/** One learner of a roster, with what the reader chose to see of them. */
export const LearnerRow = ({ learner, edition, columns }: Props) => {
  const { t } = useTranslation();
  const place = usePlace();
  const name = `${learner.givenName} ${learner.familyName}`;
  const texts = useTexts(learner, edition);
  return (
    <Row
      title={
        <TextLink to={`${place}/$editionId/learners/$enrollmentId`} params={{ editionId: edition.id, enrollmentId: learner.enrollmentId }}>
          {name}
        </TextLink>
      }
      text={columns.flatMap((column) => texts[column] ?? []).join(' · ')}
      aside={
        <>
          {columns.includes('progress') && <Meter share={learner.progress} label={t('institution.roster.progressOf', { name })} slim />}
          {columns.includes('state') && <Tag tone={stateTones[learner.state]}>{t(`institution.roster.state.${learner.state}`)}</Tag>}
        </>
      }
    />
  );
};

/** What stands under the name, by column; null: nothing. */
const useTexts = (learner: RosterEntryView, { timeZone }: EditionView): Partial<Record<Column, string | null>> => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { activeAt, completedAt, remindedAt, state, deadline } = learner;
  const on = (column: Column, value: string) => t('roster.fact', { name: t(`roster.column.${column}`), value });
  const running = state === 'active' || state === 'pending';
  return {
    institution: learner.institution,
    country: learner.country && countryName(learner.country, language),
    email: learner.email,
    rank: learner.rank,
    externalId: learner.externalId,
    language: languageNames[learner.language],
    missing: running ? t('roster.missing', { count: learner.missing }) : null,
    enrolledAt: on('enrolledAt', dayText(learner.enrolledAt, language, timeZone)),
    activeAt: activeAt ? on('activeAt', fromNow(activeAt, now(), language)) : t('roster.neverActive'),
    completedAt: completedAt && on('completedAt', dayText(completedAt, language, timeZone)),
    deadline: running && learner.extended ? on('deadline', instantText(deadline, language, timeZone)) : null,
    remindedAt: remindedAt && on('remindedAt', fromNow(remindedAt, now(), language)),
  };
};
