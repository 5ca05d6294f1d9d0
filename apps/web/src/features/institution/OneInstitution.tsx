import type { InstitutionChange, InstitutionNode } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { dayText } from '../../lib/time.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Editing } from '../../ui/Opening/Editing.js';
import { institutionsPath, peoplePath } from './api.js';
import { type InstitutionFields, InstitutionForm } from './InstitutionForm.js';
import { changeInstitution, closeInstitution, openInstitution } from './people-api.js';
import styles from './people.module.css';

interface Props {
  node: InstitutionNode;
  nodes: readonly InstitutionNode[];
}

const useChange = <Wish,>(act: (wish: Wish) => Promise<unknown>, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all([institutionsPath, peoplePath].map((path) => client.invalidateQueries({ queryKey: [path] })));
      onDone();
    },
  });
};

/** One institution of the tree: its people, its name and place, whether it takes anybody in. */
export const OneInstitution = ({ node, nodes }: Props) => {
  const { t } = useTranslation();
  const begun = useDrafts(`tree.${node.id}`).length > 0;
  return (
    <Editing
      title={node.name}
      edit={node.mayChange && t('institution.tree.change')}
      opened={begun}
      known={<Known node={node} nodes={nodes} />}
    >
      {(close) => <Change node={node} onDone={close} />}
    </Editing>
  );
};

const Known = ({ node, nodes }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const above = nodes.find((each) => each.id === node.parentId);
  const people = node.own !== null && (
    <TextLink to="/institution/people" search={{ institutionId: node.id }}>
      {t('institution.tree.people', { count: node.own + (node.below ?? 0), shown: count(node.own + (node.below ?? 0), language) })}
    </TextLink>
  );
  return (
    <>
      <Facts
        facts={[
          [t('institution.institutions.code'), node.code],
          [t('institution.country'), countryName(node.country, language)],
          [t('institution.institutions.parent'), above?.name ?? t('institution.institutions.noParent')],
          [t('institution.tree.peopleLabel'), people || null],
          [t('institution.tree.ownLabel'), node.own === null ? null : count(node.own, language)],
          [t('institution.tree.closedSince'), node.closedAt && dayText(node.closedAt, language)],
        ]}
      />
      {node.mayChange && <Closing node={node} />}
    </>
  );
};

const Change = ({ node, onDone }: { node: InstitutionNode; onDone: () => void }) => {
  const { t } = useTranslation();
  const { code, name, country, parentId } = node;
  const draft = useDraft<InstitutionFields>(`tree.${node.id}`, { code, name, country, parentId });
  const change = useChange(
    (wish: InstitutionChange) => changeInstitution(node.id, wish),
    () => {
      draft.done();
      onDone();
    },
  );
  return (
    <>
      <p>{t('institution.tree.changeText')}</p>
      <InstitutionForm
        id={node.id}
        draft={draft}
        action={t('institution.person.save')}
        busy={change.isPending}
        reason={change.error}
        onSubmit={(wish) => {
          const { parentId: place, ...words } = wish;
          change.mutate(place === draft.before.parentId ? words : wish);
        }}
        onCancel={onDone}
      />
    </>
  );
};

/** Closing is asked, opening again is harmless. */
const Closing = ({ node }: { node: InstitutionNode }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const turn = useChange(
    () => (node.closedAt ? openInstitution(node.id) : closeInstitution(node.id)),
    () => {
      setAsked(false);
    },
  );
  return (
    <div className={styles.form}>
      {turn.isError && !asked && <Failure reason={turn.error} />}
      <div>
        <Button
          variant="default"
          size="xs"
          loading={turn.isPending && !asked}
          onClick={() => {
            turn.reset();
            if (node.closedAt) turn.mutate(undefined);
            else setAsked(true);
          }}
        >
          {t(node.closedAt ? 'institution.tree.open' : 'institution.tree.close')}
        </Button>
      </div>
      <Confirm
        opened={asked}
        title={t('institution.tree.closeTitle', { name: node.name })}
        confirm={t('institution.tree.close')}
        busy={turn.isPending}
        reason={turn.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          turn.mutate(undefined);
        }}
      >
        <p>{t('institution.tree.closeText')}</p>
      </Confirm>
    </div>
  );
};
