import type { PersonView, SuspensionView } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { instantText } from '../../lib/time.js';
import { useDraft } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { peoplePath } from './api.js';
import { reinstate, suspend, suspensionsQuery } from './people-api.js';

/** Shutting somebody out and letting them in again, each with its reason; and when that happened before. */
export const Suspension = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const history = useQuery(suspensionsQuery(person.id)).data?.items ?? [];
  const running = history.find((each) => each.reinstatedAt === null);
  return (
    <Section title={t('institution.suspension.title')} actions={<Turn person={person} />}>
      {person.active ? (
        <p>{t('institution.suspension.text')}</p>
      ) : (
        <Notice tone="care" title={t(running ? 'institution.suspension.suspended' : 'institution.people.inactive')}>
          {running && <Since suspension={running} />}
        </Notice>
      )}
      {history.length > 0 && (
        <Rows label={t('institution.suspension.history')}>
          {history.map((each) => (
            <Happened key={each.id} suspension={each} />
          ))}
        </Rows>
      )}
    </Section>
  );
};

const Since = ({ suspension }: { suspension: SuspensionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const by = suspension.suspendedBy ?? t('institution.suspension.nobody');
  return <p>{t('institution.suspension.since', { instant: instantText(suspension.suspendedAt, language), name: by })}</p>;
};

const Happened = ({ suspension }: { suspension: SuspensionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reinstatedAt, reinstatementReason } = suspension;
  return (
    <Row
      title={suspension.reason ?? t('institution.suspension.noReason')}
      text={<Since suspension={suspension} />}
      aside={
        reinstatedAt && (
          <span>
            {t('institution.suspension.until', { instant: instantText(reinstatedAt, language) })}
            {reinstatementReason && ` · ${reinstatementReason}`}
          </span>
        )
      }
    />
  );
};

/** The button that suspends or lets in again; either asks for the reason. */
const Turn = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const draft = useDraft(`suspension.${person.id}`, { reason: '' });
  const { reason } = draft.fields;
  const turn = useMutation({
    mutationFn: () => (person.active ? suspend(person.id, reason.trim()) : reinstate(person.id, reason.trim())),
    onSuccess: async () => {
      setAsked(false);
      draft.done({ reason: '' });
      await client.invalidateQueries({ queryKey: [peoplePath] });
    },
  });
  const way = person.active ? 'suspend' : 'reinstate';
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          turn.reset();
          setAsked(true);
        }}
      >
        {t(`institution.suspension.${way}.action`)}
      </Button>
      <Confirm
        opened={asked}
        title={t(`institution.suspension.${way}.ask`, { name: `${person.givenName} ${person.familyName}` })}
        confirm={t(`institution.suspension.${way}.action`)}
        harmful={person.active}
        busy={turn.isPending}
        reason={turn.error}
        disabled={reason.trim().length < 3}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          turn.mutate();
        }}
      >
        <Restored draft={draft} />
        <p>{t(`institution.suspension.${way}.text`)}</p>
        <Textarea
          label={t('institution.suspension.reason')}
          description={t('institution.suspension.reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => {
            draft.set({ reason: event.currentTarget.value.replace(/[\t\n\r]+/g, ' ') });
          }}
        />
      </Confirm>
    </>
  );
};
