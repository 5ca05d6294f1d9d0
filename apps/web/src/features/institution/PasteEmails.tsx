import type { PersonView } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { personByEmail } from './api.js';
import { emailsIn, inLanes } from './emails.js';
import styles from './institution.module.css';

/** More than these belong into an import. */
const most = 500;

/** Finds the people behind pasted addresses; those that are nobody's are named, so that they can be mended. */
export const PasteEmails = ({ onFound }: { onFound: (people: PersonView[]) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [done, setDone] = useState(0);
  const addresses = emailsIn(text);
  const look = useMutation({
    mutationFn: async (emails: string[]) => {
      setDone(0);
      const found = await inLanes(emails, 4, async (email) => {
        const person = await personByEmail(email);
        setDone((before) => before + 1);
        return person ?? email;
      });
      return { people: found.filter((each) => typeof each !== 'string'), unknown: found.filter((each) => typeof each === 'string') };
    },
    onSuccess: ({ people, unknown }) => {
      onFound(people);
      setText(unknown.join('\n'));
    },
  });
  return (
    <details className={styles.details}>
      <summary>{t('institution.enroll.paste')}</summary>
      <div className={styles.form}>
        <Textarea
          label={t('institution.enroll.emails')}
          description={t('institution.enroll.emailsHint')}
          rows={6}
          spellCheck={false}
          value={text}
          error={addresses.length > most ? t('institution.enroll.tooMany', { count: most }) : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        {look.isPending && <Meter share={done / Math.max(1, addresses.length)} label={t('institution.enroll.looking')} />}
        {look.isError && <Failure reason={look.error} />}
        {look.data && (
          <Notice
            tone={look.data.unknown.length > 0 ? 'care' : 'good'}
            role="status"
            title={t('institution.enroll.foundCount', { count: look.data.people.length })}
          >
            {look.data.unknown.length > 0 && <p>{t('institution.enroll.unknown', { count: look.data.unknown.length })}</p>}
          </Notice>
        )}
        <div>
          <Button
            variant="default"
            disabled={addresses.length === 0 || addresses.length > most}
            loading={look.isPending}
            onClick={() => {
              look.mutate(addresses);
            }}
          >
            {addresses.length === 0 ? t('institution.enroll.noAddress') : t('institution.enroll.look', { count: addresses.length })}
          </Button>
        </div>
      </div>
    </details>
  );
};
