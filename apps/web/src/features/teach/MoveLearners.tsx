import type { PackageMoveCreate, PackageMovePersonView, PackageMovePreview, PackageView } from '@aula/contracts';
import { Button, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { editions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Loaded, LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { packagesPath } from './api.js';
import { movePeoplePath, previewMoveQuery, startMove } from './version-api.js';
import styles from './teach.module.css';

const rules = ['not-started', 'not-completed', 'all'] as const;
interface Fields {
  rule: (typeof rules)[number];
  /** '': every edition. */
  editionId: string;
}
const nobodyBegan: Fields = { rule: 'not-started', editionId: '' };

/** Takes learners to this version: whom, what would change, and only then the order. */
export const MoveLearners = ({ item, number }: { item: PackageView; number: number }) => {
  const { t } = useTranslation();
  const draft = useDraft<Fields>(`move.${item.id}`, nobodyBegan);
  const { rule, editionId } = draft.fields;
  const wish = { rule, ...(editionId !== '' && { editionId }) };
  return (
    <Section title={t('teach.versions.move.title', { number })}>
      <p className={styles.quiet}>{t('teach.versions.move.text')}</p>
      <Restored draft={draft} />
      <Radio.Group
        label={t('teach.versions.move.whom')}
        value={rule}
        onChange={(value) => {
          draft.set({ rule: rules.find((each) => each === value) ?? 'not-started' });
        }}
      >
        <div className={styles.choices}>
          {rules.map((each) => (
            <Radio key={each} value={each} label={t(`teach.versions.move.rule.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <Choice
        things={editions}
        label={t('teach.versions.move.edition')}
        value={editionId}
        none={t('teach.versions.move.everyEdition')}
        onChange={(edition) => {
          draft.set({ editionId: edition?.id ?? '' });
        }}
      />
      <Loaded query={useQuery(previewMoveQuery(item.id, wish))}>
        {(preview) => (
          <Preview
            key={rule + editionId}
            packageId={item.id}
            number={number}
            wish={wish}
            preview={preview}
            onMoved={() => {
              draft.done();
            }}
          />
        )}
      </Loaded>
    </Section>
  );
};

interface PreviewProps {
  packageId: string;
  number: number;
  wish: PackageMoveCreate;
  preview: PackageMovePreview;
  onMoved: () => void;
}

const Preview = ({ packageId, number, wish, preview, onMoved }: PreviewProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const total = preview.notStarted + preview.started + preview.completed;
  const move = useCreate(
    (order: PackageMoveCreate, key) => startMove(packageId, order, key),
    async () => {
      setAsking(false);
      onMoved();
      await client.invalidateQueries({ queryKey: [packagesPath] });
    },
  );
  const label = t('teach.versions.move.do', { count: total, shown: count(total, language) });
  return (
    <>
      <Facts
        short
        facts={[
          [t('teach.versions.move.standing.not-started'), count(preview.notStarted, language)],
          [t('teach.versions.move.standing.started'), count(preview.started, language)],
          [t('teach.versions.move.standing.completed'), count(preview.completed, language)],
          [t('teach.versions.move.busy'), count(preview.busy, language)],
        ]}
      />
      {total + preview.busy === 0 ? <Notice>{t('teach.versions.move.nobody')}</Notice> : <Consequences preview={preview} />}
      {total + preview.busy > 0 && <People packageId={packageId} wish={wish} />}
      <div className={styles.buttons}>
        <Button
          disabled={total === 0}
          onClick={() => {
            setAsking(true);
          }}
        >
          {label}
        </Button>
      </div>
      <Confirm
        opened={asking}
        title={t('teach.versions.move.title', { number })}
        confirm={label}
        busy={move.isPending}
        reason={move.error}
        onConfirm={() => {
          move.mutate(wish);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('teach.versions.move.confirm')}</p>
      </Confirm>
    </>
  );
};

/** What would not come along, in words; nothing is deleted by it. */
const Consequences = ({ preview: { lost, restarted, started, completed, busy } }: { preview: PackageMovePreview }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {started + completed > 0 && lost.length === 0 && restarted === 0 && <Notice tone="good">{t('teach.versions.move.allKept')}</Notice>}
      {lost.length > 0 && (
        <Notice tone="care" title={t('teach.versions.move.lost')}>
          <ul>
            {lost.map(({ identifier, title, learners }, at) => (
              <li key={`${identifier}-${String(at)}`}>
                {title}: {t('teach.versions.learners', { count: learners, shown: count(learners, language) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {restarted > 0 && (
        <Notice tone="care">{t('teach.versions.move.restarted', { count: restarted, shown: count(restarted, language) })}</Notice>
      )}
      {busy > 0 && <Notice>{t('teach.versions.move.busyText')}</Notice>}
    </>
  );
};

const People = ({ packageId, wish: { rule, editionId } }: { packageId: string; wish: PackageMoveCreate }) => {
  const { t } = useTranslation();
  const list = useList<PackageMovePersonView>(movePeoplePath(packageId), { rule, editionId, limit: 20 });
  return (
    <details>
      <summary>{t('teach.versions.move.names')}</summary>
      <LoadedList list={list} empty={<p>{t('teach.versions.move.noNames')}</p>}>
        {(people) => (
          <Rows label={t('teach.versions.move.names')}>
            {people.map((each) => (
              <Row
                key={each.enrollmentId}
                title={each.person ? `${each.person.givenName} ${each.person.familyName}` : t('teach.versions.move.nameless')}
                text={each.editionTitle}
                aside={
                  <>
                    {each.kept + each.lost > 0 && (
                      <span>{t('teach.versions.move.comes', { kept: each.kept, all: each.kept + each.lost })}</span>
                    )}
                    <Tag tone={each.busy ? 'care' : 'plain'}>
                      {t(each.busy ? 'teach.versions.move.open' : `teach.versions.move.standing.${each.standing}`)}
                    </Tag>
                  </>
                }
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </details>
  );
};
