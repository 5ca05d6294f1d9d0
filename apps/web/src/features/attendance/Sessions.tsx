import type { EditionView, SessionView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconClipboardCheck, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { editionQuery, sessionsQuery } from './api.js';
import { SessionTime } from './SessionTime.js';

/** The sessions of an edition, and how many were at each. */
export const Sessions = () => {
  const { editionId } = useParams({ from: '/in/attendance/$editionId' });
  return <LoadedPage query={useQuery(editionQuery(editionId))}>{(edition) => <SessionsPage edition={edition} />}</LoadedPage>;
};

const SessionsPage = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page
      title={edition.title}
      over={textIn(edition.courseTitle, language)}
      back={<TextLink to="/attendance">{t('nav.attendance')}</TextLink>}
    >
      <Loaded query={useQuery(sessionsQuery(edition.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconClipboardCheck size={28} />} title={t('attendance.none')}>
              {t('attendance.noneText')}
            </Empty>
          ) : (
            <Rows label={t('attendance.sessions')} ordered>
              {items.map((session) => (
                <SessionRow key={session.unitId} edition={edition} session={session} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Page>
  );
};

const SessionRow = ({ edition, session }: { edition: EditionView; session: SessionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const editionId = edition.id;
  const { unitId, attended, enrolled } = session;
  const title = textIn(session.title, language);
  return (
    <Row
      title={
        <TextLink to="/attendance/$editionId/$unitId" params={{ editionId, unitId }}>
          {title}
        </TextLink>
      }
      text={t('attendance.count', { count: attended, shown: count(attended, language), total: count(enrolled, language) })}
      aside={<Meter share={enrolled === 0 ? 0 : attended / enrolled} label={t('attendance.shareOf', { title })} slim />}
      actions={
        <ButtonLink
          to="/attendance/$editionId/$unitId/sheet"
          params={{ editionId, unitId }}
          variant="default"
          size="xs"
          aria-label={t('attendance.sheet.of', { title })}
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {t('attendance.sheet.action')}
        </ButtonLink>
      }
    >
      <SessionTime edition={edition} session={session} />
    </Row>
  );
};
