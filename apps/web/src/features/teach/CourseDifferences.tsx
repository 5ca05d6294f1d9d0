import type { CompletionRule, CourseDifferencesView, CourseView } from '@aula/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { WordDifference } from './WordDifference.js';

type UnitDifference = CourseDifferencesView['units'][number];
const tones = { added: 'good', removed: 'bad', moved: 'calm', changed: 'care' } as const;

interface Props {
  course: CourseView;
  differences: CourseDifferencesView;
  /** What belongs below a unit, or below the course itself. */
  below?: (unitId: UnitDifference['id'] | null) => ReactNode;
}

/** What is not the same in two states of a course. */
export const CourseDifferences = ({ course, differences, below }: Props) => {
  const { t } = useTranslation();
  const { texts, units } = differences;
  const facts = useFacts(course, differences);
  const same = facts.length + texts.length + units.length === 0;
  return (
    <>
      {same && <Empty title={t('authoring.differences.none')} />}
      {facts.length > 0 && <Facts facts={facts} />}
      {texts.map((each) => (
        <WordDifference key={`${each.part}.${each.language}`} {...each} />
      ))}
      {below?.(null)}
      {units.length > 0 && (
        <Rows label={t('authoring.differences.units')}>
          {units.map((unit) => (
            <UnitRow key={unit.id} unit={unit} below={below?.(unit.id)} />
          ))}
        </Rows>
      )}
    </>
  );
};

const useFacts = (course: CourseView, { code, hours, languages, completion }: CourseDifferencesView): [string, string][] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const rule = ({ units, minimumScore }: CompletionRule): string => {
    const named =
      units === 'required' ? [] : units.map((id) => textIn(course.units?.find((unit) => unit.id === id)?.title, language) || '?');
    const which = units === 'required' ? t('teach.completion.allRequired') : named.join(', ');
    const least =
      minimumScore === null || minimumScore === undefined
        ? ''
        : t('authoring.differences.least', { score: percent(minimumScore, language) });
    return [which, least].filter(Boolean).join('; ');
  };
  const fact = <T,>(label: string, pair: { before: T; after: T } | null, write: (value: T) => string): [string, string][] =>
    pair ? [[label, `${write(pair.before)} → ${write(pair.after)}`]] : [];
  return [
    ...fact(t('teach.form.code'), code, String),
    ...fact(t('teach.form.hours'), hours, (value) => count(value, language)),
    ...fact(t('teach.form.languages'), languages, (value) => value.map((each) => languageNames[each]).join(', ')),
    ...fact(t('teach.completion.title'), completion, rule),
  ];
};

const UnitRow = ({ unit, below }: { unit: UnitDifference; below: ReactNode }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { places, required, texts, content } = unit;
  const word = (is: boolean) => t(is ? 'teach.units.required' : 'unit.optional');
  return (
    <Row
      title={textIn(unit.title, language)}
      text={[t(`unit.kind.${unit.kind}`), places && t('authoring.differences.places', places)].filter(Boolean).join(' · ')}
      aside={<Tag tone={tones[unit.change]}>{t(`authoring.differences.change.${unit.change}`)}</Tag>}
    >
      {required && (
        <p>
          {word(required.before)} → {word(required.after)}
        </p>
      )}
      {texts.map((each) => (
        <WordDifference key={`${each.part}.${each.language}`} {...each} />
      ))}
      {content.length > 0 && (
        <p>{t('authoring.differences.content', { languages: content.map((each) => languageNames[each.language]).join(', ') })}</p>
      )}
      {below}
    </Row>
  );
};
