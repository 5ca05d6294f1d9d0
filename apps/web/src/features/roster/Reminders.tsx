import type { Language, ReminderDefaults, ReminderPreview, ReminderView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { type Texts, languageNames, languages, localeOf, trimText } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { type Wish, editionQuery, previewReminder, reminderDefaultsQuery, remindersPath, remindersQuery, sendReminder } from './api.js';
import { usePlace } from './place.js';
import { RosterFilters } from './RosterFilters.js';
import { type RosterSearch, filterOf, readRosterSearch } from './search.js';
import styles from './roster.module.css';

/** Writes to the learners of a filter, after a look at who they are and what they will read; and what was written before. */
export const Reminders = () => {
  const { t } = useTranslation();
  const place = usePlace();
  const { editionId } = useParams({ from: `/in${place}/$editionId/reminders` });
  const edition = useQuery(editionQuery(editionId));
  return (
    <Page
      title={t('roster.reminders.title')}
      over={edition.data?.title}
      lead={t('roster.reminders.lead')}
      back={
        <TextLink to={`${place}/$editionId`} params={{ editionId }}>
          {edition.data?.title ?? t('institution.editions.one')}
        </TextLink>
      }
      narrow
    >
      <Loaded query={useQuery(reminderDefaultsQuery(editionId))}>
        {(defaults) => <Writing editionId={editionId} defaults={defaults} />}
      </Loaded>
      <Section title={t('roster.reminders.history')} plain>
        <Loaded query={useQuery(remindersQuery(editionId))}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconBell size={28} />} title={t('roster.reminders.none')} />
            ) : (
              <Rows label={t('roster.reminders.history')}>
                {items.map((each) => (
                  <Sent key={each.id} reminder={each} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
};

/** Starts with the filter of the address or, where it has none, with that of the academy's settings. */
const Writing = ({ editionId, defaults }: { editionId: string; defaults: ReminderDefaults }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const place = usePlace();
  const address = readRosterSearch(useSearch({ from: `/in${place}/$editionId/reminders` }));
  const [untouched, setUntouched] = useState(Object.keys(filterOf(address)).length === 0);
  // kept here too: the address follows a moment behind, and a look may be asked for before
  const [search, setSearch] = useState(untouched ? readRosterSearch({ ...address, ...defaults.filter }) : address);
  const draft = useDraft<{ note: Texts }>(`reminder.${editionId}`, { note: {} });
  const { note } = draft.fields;
  const begun = useDrafts(`reminder.${editionId}`).length > 0;
  const preview = useMutation({ mutationFn: (wish: Wish) => previewReminder(editionId, wish) });
  const send = useCreate(
    (wish: Wish, key) => sendReminder(editionId, wish, key),
    () => {
      preview.reset();
      draft.done({ note: {} });
      return client.invalidateQueries({ queryKey: [remindersPath(editionId)] });
    },
  );
  const wish: Wish = { filter: filterOf(search), note: trimText(note) ?? {} };
  const look = (change: RosterSearch) => {
    preview.reset();
    setUntouched(false);
    setSearch(change);
    void navigate({
      to: `${place}/$editionId/reminders`,
      params: { editionId },
      search: change,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Section title={t('roster.reminders.whom')}>
      {untouched && <p>{startText(defaults, t)}</p>}
      <RosterFilters
        editionId={editionId}
        search={search}
        days={[...defaults.beforeCloseDays, defaults.idleDays]}
        onChange={(change) => {
          look(readRosterSearch({ ...search, ...change }));
        }}
      />
      <Restored draft={draft} />
      <details className={styles.details} open={begun || undefined}>
        <summary>{t('roster.reminders.addNote')}</summary>
        <LanguageFields
          label={t('roster.reminders.note')}
          languages={languages}
          value={note}
          name="note"
          long
          onChange={(next) => {
            preview.reset();
            draft.set({ note: next });
          }}
        />
      </details>
      <div>
        <Button
          variant={preview.data ? 'default' : 'filled'}
          loading={preview.isPending}
          onClick={() => {
            send.reset();
            preview.mutate(wish);
          }}
        >
          {t('roster.reminders.preview')}
        </Button>
      </div>
      {preview.isError && <Failure reason={preview.error} />}
      {preview.data && (
        <Preview
          preview={preview.data}
          busy={send.isPending}
          onSend={() => {
            send.mutate(wish);
          }}
        />
      )}
      {send.isError && <Failure reason={send.error} />}
      {send.data && (
        <Notice tone="good" role="status">
          {t('roster.reminders.started')}
        </Notice>
      )}
    </Section>
  );
};

const startText = ({ filter: { dueDays, inactiveDays = 0 } }: ReminderDefaults, t: TFunction): string =>
  dueDays === undefined ? t('roster.remindStart.idle', { count: inactiveDays }) : t('roster.remindStart.due', { count: dueDays });

const Skipped = ({ skipped }: Pick<ReminderPreview, 'skipped'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (skipped.length === 0) return null;
  return (
    <ul>
      {skipped.map((each) => (
        <li key={each.code}>
          {t(`roster.reminders.skip.${each.code}`)}: {count(each.count, language)}
        </li>
      ))}
    </ul>
  );
};

const Preview = ({
  preview: { count: due, skipped, samples },
  busy,
  onSend,
}: {
  preview: ReminderPreview;
  busy: boolean;
  onSend: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [shown, setShown] = useState<Language | undefined>(samples[0]?.language);
  const sample = samples.find((each) => each.language === shown);
  return (
    <>
      <Notice
        tone={due === 0 ? 'care' : 'calm'}
        role="status"
        title={t('roster.reminders.due', { count: due, shown: count(due, language) })}
      >
        {skipped.length > 0 && <p>{t('roster.reminders.skipped')}</p>}
        <Skipped skipped={skipped} />
      </Notice>
      {sample && (
        <>
          <NativeSelect
            label={t('roster.reminders.sample')}
            value={sample.language}
            data={samples.map((each) => ({
              value: each.language,
              label: `${languageNames[each.language]} (${count(each.count, language)})`,
            }))}
            onChange={(event) => {
              setShown(languages.find((each) => each === event.currentTarget.value));
            }}
          />
          <blockquote className={styles.letter} lang={localeOf[sample.language]}>
            <strong>{sample.subject}</strong>
            {'\n\n'}
            {sample.text.split(/(https?:\S+)/).map((part) => (part.startsWith('http') ? <code key={part}>{part}</code> : part))}
          </blockquote>
          <div>
            <Button loading={busy} leftSection={<IconBell size={18} aria-hidden />} onClick={onSend}>
              {t('roster.reminders.send', { count: due, shown: count(due, language) })}
            </Button>
          </div>
        </>
      )}
    </>
  );
};

const Sent = ({ reminder: { state, sent, expected, sender, createdAt, skipped } }: { reminder: ReminderView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={instantText(createdAt, language)}
      text={sender}
      aside={
        state !== 'queued' &&
        state !== 'running' && <span>{t('roster.reminders.sent', { count: sent, shown: count(sent, language) })}</span>
      }
    >
      {(state === 'queued' || state === 'running') && (
        <Meter
          share={Math.min(1, sent / Math.max(1, expected))}
          label={t('roster.reminders.working')}
          text={t('institution.batch.of', { done: count(sent, language), total: count(expected, language) })}
        />
      )}
      {state === 'failed' && <Notice tone="bad">{t('roster.reminders.failed')}</Notice>}
      <Skipped skipped={skipped} />
    </Row>
  );
};
