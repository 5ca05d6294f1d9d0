import type { CourseView, UnitView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useDrafts } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { courseQuery, orderUnits, removeUnit } from './api.js';
import { UnitEditor, unitDraft } from './UnitEditor.js';
import { UnitRow } from './UnitRow.js';
import styles from './teach.module.css';
import { moved } from './order.js';

/** The units of a course: add, change, take out, put in order. */
export const Units = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const [edited, setEdited] = useState<UnitView | 'new'>();
  const [doomed, setDoomed] = useState<UnitView>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { queryKey } = courseQuery(course.id);
  const refresh = () => client.invalidateQueries({ queryKey });
  const [unfinished, setUnfinished] = useState(useDrafts(`unit.${course.id}.`)[0]);
  const units = [...(course.units ?? [])].sort((a, b) => a.position - b.position);
  const order = useMutation({
    mutationFn: (next: UnitView[]) =>
      orderUnits(
        course.id,
        next.map(({ id }) => id),
      ),
    onMutate: (next) => {
      client.setQueryData(queryKey, { ...course, units: next.map((unit, position) => ({ ...unit, position })) });
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (unit: UnitView) => removeUnit(course.id, unit.id),
    onSuccess: async () => {
      setDoomed(undefined);
      await refresh();
    },
  });
  const move = (unit: UnitView, by: -1 | 1) => {
    const next = moved(units, units.indexOf(unit), by);
    if (!next) return;
    order.mutate(next);
    setSaid(t('teach.units.moved', { title: textIn(unit.title, language), place: next.indexOf(unit) + 1, total: next.length }));
  };
  return (
    <Section
      title={t('teach.units.title')}
      actions={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('teach.units.add')}
        </Button>
      }
    >
      <p role="status" className={styles.hidden}>
        {said}
      </p>
      {unfinished !== undefined && edited === undefined && (
        <Notice title={t('ui.draft.unfinished')}>
          <Button
            size="xs"
            onClick={() => {
              setEdited(units.find((unit) => unitDraft(course.id, unit) === unfinished) ?? 'new');
              setUnfinished(undefined);
            }}
          >
            {t('ui.draft.goOn')}
          </Button>
        </Notice>
      )}
      {order.isError && <Failure reason={order.error} />}
      {units.length === 0 ? (
        <Empty icon={<IconStack2 size={28} />} title={t('teach.units.empty')}>
          {t('teach.units.emptyText')}
        </Empty>
      ) : (
        <div ref={list}>
          <Rows label={t('teach.units.title')} ordered>
            {units.map((unit, at) => (
              <UnitRow
                key={unit.id}
                unit={unit}
                first={at === 0}
                last={at === units.length - 1}
                onMove={move}
                onEdit={setEdited}
                onRemove={setDoomed}
              />
            ))}
          </Rows>
        </div>
      )}
      <UnitEditor
        course={course}
        edited={edited}
        onClose={() => {
          setEdited(undefined);
        }}
      />
      <Confirm
        opened={doomed !== undefined}
        title={t('teach.units.removeTitle')}
        confirm={t('teach.units.remove')}
        harmful
        busy={remove.isPending}
        reason={remove.error}
        onClose={() => {
          setDoomed(undefined);
        }}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed);
        }}
      >
        <p>{t('teach.units.removeText', { title: textIn(doomed?.title, language) })}</p>
      </Confirm>
    </Section>
  );
};
