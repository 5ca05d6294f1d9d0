import type { CourseView, UnitView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useDrafts } from '../../lib/use-draft.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { courseQuery, orderUnits, removeUnit } from './api.js';
import { putBackUnit } from './draft-api.js';
import { LastStep, type Step } from './LastStep.js';
import { SortableUnits } from './SortableUnits.js';
import { UnitEditor, unitDraft } from './UnitEditor.js';

/** The units of a course: add, change, take out, put in order; the last step can be taken back. */
export const Units = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<Step>();
  const { queryKey } = courseQuery(course.id);
  const refresh = () => client.invalidateQueries({ queryKey });
  const units = [...(course.units ?? [])].sort((a, b) => a.position - b.position);
  const order = useMutation({
    mutationFn: (next: readonly UnitView[]) =>
      orderUnits(
        course.id,
        next.map(({ id }) => id),
      ),
    onMutate: (next) => {
      client.setQueryData(queryKey, { ...course, units: next.map((unit, position) => ({ ...unit, position })) });
    },
    onSettled: refresh,
  });
  const putBack = useMutation({ mutationFn: (unit: UnitView) => putBackUnit(course.id, unit.id), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: (unit: UnitView) => removeUnit(course.id, unit.id),
    onSuccess: async (_, unit) => {
      setDone({
        words: t('authoring.units.removed', { title: textIn(unit.title, language) }),
        undo: () => {
          putBack.mutate(unit);
        },
      });
      await refresh();
    },
  });
  const reorder = (next: readonly UnitView[], unit: UnitView) => {
    order.mutate(next);
    setDone({
      words: t('teach.units.moved', { title: textIn(unit.title, language), place: next.indexOf(unit) + 1, total: next.length }),
      undo: () => {
        order.mutate(units);
      },
    });
  };
  const failed = [order, remove, putBack].find(({ isError }) => isError);
  return (
    <Section
      title={t('teach.units.title')}
      actions={
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('teach.units.add')}
        </Button>
      }
    >
      {!adding && (
        <Unfinished
          course={course}
          units={units}
          onNew={() => {
            setAdding(true);
          }}
        />
      )}
      <LastStep step={done} onUndone={setDone} />
      {failed && <Failure reason={failed.error} />}
      {units.length === 0 ? (
        <Empty icon={<IconStack2 size={28} />} title={t('teach.units.empty')}>
          {t('teach.units.emptyText')}
        </Empty>
      ) : (
        <SortableUnits courseId={course.id} units={units} onOrder={reorder} onRemove={remove.mutate} />
      )}
      <UnitEditor
        course={course}
        opened={adding}
        onClose={() => {
          setAdding(false);
        }}
      />
    </Section>
  );
};

/** What was left unsaved on this device, and the way back to it. */
const Unfinished = ({ course, units, onNew }: { course: CourseView; units: readonly UnitView[]; onNew: () => void }) => {
  const { t } = useTranslation();
  const [left, setLeft] = useState(useDrafts(`unit.${course.id}.`)[0]);
  if (left === undefined) return null;
  const unit = units.find((each) => unitDraft(course.id, each) === left);
  return (
    <Notice title={t('ui.draft.unfinished')}>
      {unit ? (
        <ButtonLink size="xs" to="/teach/courses/$courseId/units/$unitId" params={{ courseId: course.id, unitId: unit.id }}>
          {t('ui.draft.goOn')}
        </ButtonLink>
      ) : (
        <Button
          size="xs"
          onClick={() => {
            onNew();
            setLeft(undefined);
          }}
        >
          {t('ui.draft.goOn')}
        </Button>
      )}
    </Notice>
  );
};
