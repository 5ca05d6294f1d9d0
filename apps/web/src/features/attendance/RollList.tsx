import type { RollEntryView } from '@aula/contracts';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollBox } from './roll-box.js';
import styles from './attendance.module.css';

interface Props {
  box: RollBox;
  /** Nothing can be marked yet. */
  shut: boolean;
}

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go from person to person; the space bar marks. */
const walk = (event: KeyboardEvent<HTMLUListElement>): void => {
  const step = steps[event.key];
  if (step === undefined) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not(:disabled)')];
  const here = boxes.findIndex((each) => each === document.activeElement);
  boxes[here + step]?.focus();
  event.preventDefault();
};

/** One row a person; the whole row is the switch. */
export const RollList = ({ entries, ...props }: Props & { entries: readonly RollEntryView[] }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.keys}>{t('attendance.keys')}</p>
      <ul className={styles.roll} aria-label={t('attendance.roll')} onKeyDown={walk}>
        {entries.map((entry) => (
          <Entry key={entry.enrollmentId} entry={entry} {...props} />
        ))}
      </ul>
    </>
  );
};

const Entry = ({ entry, box, shut }: Props & { entry: RollEntryView }) => {
  const { t } = useTranslation();
  const { enrollmentId: id, givenName, familyName, institution, completed, recordedAt } = entry;
  const present = box.present(id, recordedAt !== null);
  // what has completed the course is not taken back
  const fixed = completed && recordedAt !== null;
  return (
    <li>
      <label className={styles.entry} data-present={present || undefined}>
        <input
          type="checkbox"
          checked={present}
          disabled={shut || fixed}
          onChange={() => {
            box.mark([{ id, present }], !present);
          }}
        />
        <span className={styles.words}>
          <span className={styles.name}>{[familyName, givenName].filter(Boolean).join(', ') || t('attendance.nameless')}</span>
          {institution && <span className={styles.institution}>{institution}</span>}
          {fixed && <span className={styles.institution}>{t('attendance.fixed')}</span>}
          {box.unsaved(id) && <span className={styles.unsaved}>{t('attendance.unsaved')}</span>}
        </span>
        <span className={styles.state} aria-hidden>
          {t(present ? 'attendance.yes' : 'attendance.no')}
        </span>
      </label>
    </li>
  );
};
