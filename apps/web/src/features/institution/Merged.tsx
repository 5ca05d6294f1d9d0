import type { MergeView, PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { instantText } from '../../lib/time.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { enrollmentsPath, peoplePath } from './api.js';
import { duplicatesPath, mergesOfQuery, mergesPath, undoMerge } from './people-api.js';

/** Where an account went that was a duplicate. */
export const MergedNotice = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const merges = useQuery(mergesOfQuery(person.id)).data?.items ?? [];
  const last = merges.find((each) => each.mergedId === person.id && each.undoneAt === null);
  return (
    last && (
      <Notice tone="care" title={t('institution.merge.wasMerged')}>
        <p>
          <TextLink to="/institution/people/$personId" params={{ personId: last.keptId }}>
            {t('institution.merge.toKept', { name: last.keptName })}
          </TextLink>
        </p>
      </Notice>
    )
  );
};

/** Merges in which the account had a part, and the way back. */
export const Merges = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const merges = useQuery(mergesOfQuery(person.id)).data?.items ?? [];
  if (merges.length === 0) return null;
  return (
    <Section title={t('institution.merge.history')} plain>
      <Rows label={t('institution.merge.history')}>
        {merges.map((each) => (
          <MergeRow key={each.id} merge={each} of={person.id} />
        ))}
      </Rows>
    </Section>
  );
};

const MergeRow = ({ merge, of }: { merge: MergeView; of: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = merge.keptId === of ? merge.mergedId : merge.keptId;
  return (
    <Row
      title={
        <TextLink to="/institution/people/$personId" params={{ personId: other }}>
          {t(merge.keptId === of ? 'institution.merge.took' : 'institution.merge.wentTo', {
            name: merge.keptId === of ? merge.mergedName : merge.keptName,
          })}
        </TextLink>
      }
      text={[merge.keptId === of && merge.mergedEmail, instantText(merge.mergedAt, language)].filter(Boolean).join(' · ')}
      aside={merge.undoneAt && <Tag tone="plain">{t('institution.merge.undone')}</Tag>}
      actions={!merge.undoneAt && <Undo merge={merge} />}
    />
  );
};

const Undo = ({ merge }: { merge: MergeView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoMerge(merge.id),
    onSuccess: async () => {
      setAsked(false);
      const paths = [mergesPath, peoplePath, duplicatesPath, enrollmentsPath];
      await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path] })));
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          undo.reset();
          setAsked(true);
        }}
      >
        {t('institution.merge.undo')}
      </Button>
      <Confirm
        opened={asked}
        title={t('institution.merge.undoTitle')}
        confirm={t('institution.merge.undo')}
        busy={undo.isPending}
        reason={undo.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          undo.mutate();
        }}
      >
        <p>{t('institution.merge.undoText', { kept: merge.keptName, merged: merge.mergedName })}</p>
      </Confirm>
    </>
  );
};
