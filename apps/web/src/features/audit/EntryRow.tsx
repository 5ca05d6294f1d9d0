import type { AuditEntryView, AuditSubject } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Row } from '../../ui/Rows/Rows.js';
import { useFactWords } from './FactValue.js';
import { useAuditNames } from './names.js';
import styles from './audit.module.css';

type Group = AuditEntryView['groups'][number];

/** One entry of the chain: who did what to what, and what the things are. */
export const EntryRow = ({ entry }: { entry: AuditEntryView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useAuditNames();
  const titleOf = ({ kind, action, count: many }: Group): string =>
    [names.kind(kind), names.action(action), ...(many > 1 ? [`× ${count(many, language)}`] : [])].join(' · ');
  const actor = entry.actor ? (entry.actor.name ?? entry.actor.id) : t('audit.itself');
  return (
    <Row
      title={entry.groups.map(titleOf).join(' + ')}
      text={
        <>
          {[instantText(entry.at, language), actor].join(' · ')}
          <br />
          <small>{t('audit.place', { chain: entry.chain, seq: entry.seq })}</small>
        </>
      }
    >
      {entry.groups.map((group) => (
        <Subjects key={`${group.kind}-${group.action}`} group={group} />
      ))}
    </Row>
  );
};

const Subjects = ({ group }: { group: Group }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const more = group.count - group.subjects.length;
  return (
    <ul className={styles.lines}>
      {group.subjects.map((subject) => (
        <li key={subject.id}>
          <SubjectWords subject={subject} />
        </li>
      ))}
      {more > 0 && <li>{t('audit.more', { count: more, shown: count(more, language) })}</li>}
    </ul>
  );
};

const SubjectWords = ({ subject: { id, person, facts } }: { subject: AuditSubject }) => {
  const names = useAuditNames();
  const inWords = useFactWords();
  return (
    <>
      {person && <strong>{person.name ?? person.id} </strong>}
      {facts.map((fact) => (
        <span key={fact.name}>
          {names.member(fact.name)}:{' '}
          {fact.old !== undefined && (
            <>
              <del className={styles.old}>{inWords(fact.old)}</del> {'→ '}
            </>
          )}
          {inWords(fact.new)}{' '}
        </span>
      ))}
      <code className={styles.id}>{id}</code>
    </>
  );
};
