import type { EditionView, RollEntryView, SessionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconChecks, IconPrinter, IconUsers } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { useLeaveWarning } from '../../lib/use-leave-warning.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Nowhere } from '../../ui/Nowhere/Nowhere.js';
import { Page } from '../../ui/Page/Page.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { editionQuery, sessionsQuery } from './api.js';
import type { RollBox } from './roll-box.js';
import { RollList } from './RollList.js';
import { Saving } from './Saving.js';
import { useRollBox } from './use-roll-box.js';
import { found, useRoll, wholeUpTo } from './use-roll.js';
import styles from './attendance.module.css';

/** Who is at a session: one tap a person, kept and sent whatever the line does. */
export const Roll = () => {
  const { editionId, unitId } = useParams({ from: '/in/attendance/$editionId/$unitId' });
  const sessions = useQuery(sessionsQuery(editionId));
  return (
    <LoadedPage query={useQuery(editionQuery(editionId))}>
      {(edition) => (
        <LoadedPage query={sessions}>
          {({ items }) => {
            const session = items.find((each) => each.unitId === unitId);
            return session ? <RollPage key={unitId} edition={edition} session={session} /> : <Nowhere />;
          }}
        </LoadedPage>
      )}
    </LoadedPage>
  );
};

interface Props {
  edition: EditionView;
  session: SessionView;
}

const RollPage = ({ edition, session }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unitId } = session;
  const whole = session.enrolled <= wholeUpTo;
  const [q, setQ] = useState('');
  const box = useRollBox({ editionId: edition.id, unitId });
  const list = useRoll(edition.id, unitId, whole, q);
  const planned = edition.state === 'planned';
  useLeaveWarning(box.waiting() > 0);
  const toSheet = (
    <ButtonLink
      to="/attendance/$editionId/$unitId/sheet"
      params={{ editionId: edition.id, unitId }}
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
    >
      {t('attendance.sheet.action')}
    </ButtonLink>
  );
  return (
    <Page
      title={textIn(session.title, language)}
      over={edition.title}
      back={
        <TextLink to="/attendance/$editionId" params={{ editionId: edition.id }}>
          {t('attendance.sessions')}
        </TextLink>
      }
      actions={toSheet}
    >
      {planned && (
        <Notice tone="care">{t('attendance.notOpen', { instant: instantText(edition.opensAt, language, edition.timeZone) })}</Notice>
      )}
      <SearchField label={t('attendance.search')} onSearch={setQ} />
      <LoadedList list={list} empty={<Empty icon={<IconUsers size={28} />} title={t(q ? 'attendance.nobody' : 'attendance.empty')} />}>
        {(entries) => {
          const shown = whole ? found(entries, q) : entries;
          const present = whole ? entries.filter((entry) => isPresent(box, entry)).length : session.attended;
          return (
            <>
              <Tools box={box} shown={shown} present={present} total={session.enrolled} shut={planned} />
              {shown.length === 0 ? (
                <Empty icon={<IconUsers size={28} />} title={t('attendance.nobody')} />
              ) : (
                <RollList entries={shown} box={box} shut={planned} />
              )}
            </>
          );
        }}
      </LoadedList>
    </Page>
  );
};

const isPresent = (box: RollBox, { enrollmentId, recordedAt }: RollEntryView): boolean => box.present(enrollmentId, recordedAt !== null);

interface ToolsProps {
  box: RollBox;
  shown: readonly RollEntryView[];
  present: number;
  total: number;
  shut: boolean;
}

/** How many are there, whether that is saved, everybody at once, and one step back: in sight while the list scrolls. */
const Tools = ({ box, shown, present, total, shut }: ToolsProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const absent = shown.filter((entry) => !isPresent(box, entry));
  return (
    <div className={styles.tools}>
      <Meter
        share={total === 0 ? 0 : present / total}
        label={t('attendance.present')}
        text={t('attendance.of', { present: count(present, language), total: count(total, language) })}
      />
      <div className={styles.buttons}>
        <Button
          leftSection={<IconChecks size={18} aria-hidden />}
          disabled={shut || absent.length === 0}
          onClick={() => {
            box.mark(
              absent.map(({ enrollmentId: id }) => ({ id, present: false })),
              true,
            );
          }}
        >
          {t('attendance.all', { count: absent.length, shown: count(absent.length, language) })}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          disabled={!box.undoable}
          onClick={() => {
            box.undo();
          }}
        >
          {t('attendance.undo')}
        </Button>
      </div>
      <Saving box={box} />
    </div>
  );
};
