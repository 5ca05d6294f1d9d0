import type { EditionView } from '@aula/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  IconBell,
  IconChartBar,
  IconChartDots,
  IconClipboardCheck,
  IconCopy,
  IconEdit,
  IconReportSearch,
  IconUserPlus,
} from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { ConfirmedButton } from '../../ui/Confirm/ConfirmedButton.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { closeEdition, editionQuery, editionsPath } from './api.js';
import { type Place, usePlace } from './place.js';
import { Roster } from './Roster.js';
import styles from './roster.module.css';

const tones = { planned: 'calm', open: 'good', closed: 'plain' } as const;

/** One edition: when it runs, how many are in it, and each of them with their progress. */
export const Edition = () => {
  const { editionId } = useParams({ from: `/in${usePlace()}/$editionId` });
  return (
    <LoadedPage query={useQuery(editionQuery(editionId))}>{(edition) => <EditionPage key={edition.id} edition={edition} />}</LoadedPage>
  );
};

const EditionPage = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page
      title={edition.title}
      over={textIn(edition.courseTitle, language)}
      back={<TextLink to={usePlace()}>{t('nav.editions')}</TextLink>}
      actions={<Ways edition={edition} />}
    >
      <Section title={t('institution.editions.about')} actions={<Keeping edition={edition} />}>
        <Facts
          facts={[
            [
              t('institution.editions.stateLabel'),
              <Tag tone={tones[edition.state]}>{t(`institution.editions.state.${edition.state}`)}</Tag>,
            ],
            [t('institution.editions.modeLabel'), t(`institution.editions.mode.${edition.mode}`)],
            [t('institution.editions.opens'), instantText(edition.opensAt, language, edition.timeZone)],
            [t('institution.editions.closes'), instantText(edition.closesAt, language, edition.timeZone)],
            [
              t('institution.editions.capacity'),
              edition.capacity === null ? t('institution.editions.noCapacity') : count(edition.capacity, language),
            ],
            [t('institution.editions.enrolledLabel'), count(edition.enrolled, language)],
            [t('institution.editions.completedLabel'), count(edition.completed, language)],
          ]}
        />
      </Section>
      {allows(edition, 'edition.roster') && <Roster edition={edition} />}
    </Page>
  );
};

const waysFrom = (place: Place) =>
  [
    { right: 'edition.attest', to: '/attendance/$editionId', icon: IconClipboardCheck, text: 'nav.attendance' },
    { right: 'edition.roster', to: `${place}/$editionId/completion`, icon: IconChartBar, text: 'roster.completion.title' },
    { right: 'edition.remind', to: `${place}/$editionId/reminders`, icon: IconBell, text: 'roster.reminders.title' },
    { right: 'edition.enroll', to: '/institution/editions/$editionId/enroll', icon: IconUserPlus, text: 'institution.editions.enroll' },
  ] as const;

/** Where one goes from here: to what the reader may do, and in the area of those who teach to how people learn and do in tests. */
const Ways = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <>
      {place === '/teach/editions' && (
        <>
          <ButtonLink
            to="/teach/attempts"
            search={{ edition: edition.id }}
            variant="default"
            leftSection={<IconReportSearch size={18} aria-hidden />}
          >
            {t('nav.support')}
          </ButtonLink>
          <ButtonLink
            to="/teach/results/$editionId"
            params={{ editionId: edition.id }}
            variant="default"
            leftSection={<IconChartDots size={18} aria-hidden />}
          >
            {t('nav.results')}
          </ButtonLink>
        </>
      )}
      {waysFrom(place)
        .filter(({ right }) => allows(edition, right))
        .map(({ right, to, icon: Icon, text }) => (
          <ButtonLink
            key={to}
            to={to}
            params={{ editionId: edition.id }}
            variant={right === 'edition.enroll' ? 'filled' : 'default'}
            leftSection={<Icon size={18} aria-hidden />}
          >
            {t(text)}
          </ButtonLink>
        ))}
    </>
  );
};

/** Changing and closing it. */
const Keeping = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeEdition(edition.id),
    onSuccess: () => client.invalidateQueries({ queryKey: [editionsPath] }),
  });
  if (!allows(edition, 'edition.change')) return null;
  return (
    <div className={styles.buttons}>
      <ButtonLink
        to="/institution/editions/$editionId/change"
        params={{ editionId: edition.id }}
        size="xs"
        variant="default"
        leftSection={<IconEdit size={16} aria-hidden />}
      >
        {t('roster.edition.change')}
      </ButtonLink>
      <ButtonLink
        to="/institution/editions/new"
        search={{ copy: edition.id }}
        size="xs"
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
      >
        {t('institution.editions.copy')}
      </ButtonLink>
      {edition.state === 'open' && (
        <ConfirmedButton size="xs" verb={t('roster.edition.close')} title={t('roster.edition.closeTitle')} act={close}>
          <p>{t('roster.edition.closeText')}</p>
        </ConfirmedButton>
      )}
    </div>
  );
};
