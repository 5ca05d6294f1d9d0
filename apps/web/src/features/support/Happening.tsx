import type { TimelineEntry } from '@aula/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { durationText } from './duration.js';
import { deedOf, elementName, longPause, waited } from './words.js';
import styles from './support.module.css';

/** One thing that happened, as a sentence, with what was written and what went wrong. */
export const Happening = ({ entry, before }: { entry: TimelineEntry; before: TimelineEntry | undefined }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = entry.deviceAt ?? entry.at;
  const time = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(shown));
  const late = waited(entry, before);
  return (
    <li className={styles.happening} data-kind={entry.kind}>
      <time className={styles.time} dateTime={shown}>
        {time}
      </time>
      <div className={styles.deed}>
        {entry.pauseSeconds !== null && entry.pauseSeconds >= longPause && (
          <p className={styles.pause}>{t('support.timeline.pause', { time: durationText(entry.pauseSeconds, language) })}</p>
        )}
        <Sentence entry={entry} />
        {entry.item && entry.item.identifier !== before?.item?.identifier && (
          <p className={styles.small}>{t('support.timeline.in', { item: entry.item.title ?? entry.item.identifier })}</p>
        )}
        {late !== null && (
          <p className={styles.small}>
            {t(late > 0 ? 'support.timeline.late' : 'support.timeline.clockAhead', { time: durationText(Math.abs(late), language) })}
          </p>
        )}
      </div>
    </li>
  );
};

const Sentence = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, how, times } = entry;
  if (kind === 'record') return <RecordSentence entry={entry} />;
  if (kind === 'quarantined') {
    return (
      <>
        <p>
          <strong>{t(how === 'withdrawn' ? 'support.timeline.withdrawn' : 'support.timeline.quarantined')}</strong>
        </p>
        <RecordSentence entry={entry} />
      </>
    );
  }
  if (kind === 'restored') {
    return (
      <>
        <Plain strong>{t('support.timeline.restored')}</Plain>
        <p className={styles.small}>{t('support.timeline.reason', { reason: how })}</p>
        {entry.by !== null && <p className={styles.small}>{t('support.timeline.by', { name: entry.by })}</p>}
      </>
    );
  }
  if (kind === 'begun') return <Plain>{t(how === 'moved' ? 'support.timeline.moved' : 'support.timeline.begun')}</Plain>;
  if (kind === 'launch') return <Plain>{t(how === 'review' ? 'support.timeline.launch.review' : 'support.timeline.launch.normal')}</Plain>;
  if (kind === 'lease') return <Plain strong={how === 'taken-over'}>{t(`support.timeline.lease.${how as LeaseOrigin}`)}</Plain>;
  const sentence = how === 'gap' ? 'support.timeline.refused.gap' : 'support.timeline.refused.unknown';
  return (
    <>
      <p>{t(sentence)}</p>
      <p className={styles.small}>{t('support.timeline.times', { shown: count(times ?? 1, language) })}</p>
    </>
  );
};
type LeaseOrigin = 'first' | 'same-device' | 'other-device' | 'after-break' | 'taken-over';

const Plain = ({ strong = false, children }: { strong?: boolean; children: ReactNode }) => (
  <p>{strong ? <strong>{children}</strong> : children}</p>
);

const RecordSentence = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation();
  const deed = deedOf(entry);
  const refused = entry.error !== null || entry.result === 'false';
  return (
    <>
      <p>
        {deed === 'wrote' ? <Written entry={entry} /> : t(`support.timeline.deed.${deed}`)}
        {(deed === 'asked' || deed === 'other') && entry.value !== null && (
          <>
            {' '}
            <code className={styles.value}>{entry.value}</code>
          </>
        )}
      </p>
      {entry.how === 'differs' && (
        <p>
          <Tag tone="bad">{t('support.timeline.differs')}</Tag>
        </p>
      )}
      {refused && (
        <p>
          <Tag tone="bad">{t('support.timeline.notTaken')}</Tag>{' '}
          {entry.error && t('support.timeline.error', { message: entry.error.message, code: entry.error.code })}
        </p>
      )}
    </>
  );
};

const Written = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, number } = elementName(entry.element ?? '');
  const value = entry.value ?? '';
  return (
    <>
      {name === 'other' ? <code>{entry.element}</code> : t(`support.element.${name}`, { number: number ?? 0 })}
      {': '}
      {value === '' ? <em>{t('support.timeline.nothing')}</em> : <code className={styles.value}>{value}</code>}
      {(entry.length ?? 0) > value.length && (
        <span className={styles.small}> {t('support.timeline.cut', { shown: count(entry.length ?? 0, language) })}</span>
      )}
      {entry.partial && <span className={styles.small}> {t('support.timeline.partial')}</span>}
    </>
  );
};
