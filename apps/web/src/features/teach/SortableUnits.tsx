import type { UnitView } from '@aula/contracts';
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, arrayMove, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { moved } from './order.js';
import { UnitRow } from './UnitRow.js';

interface Props {
  courseId: string;
  units: readonly UnitView[];
  /** The new order, and the unit that has another place in it. */
  onOrder: (next: readonly UnitView[], unit: UnitView) => void;
  onRemove: (unit: UnitView) => void;
}

/** The units in their order, which changes by mouse, by finger, by the keys of the handle, or by the arrows. */
export const SortableUnits = ({ courseId, units, onOrder, onRemove }: Props) => {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const at = (id: UniqueIdentifier | undefined): number => units.findIndex((unit) => unit.id === id);
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [at(active.id), at(over?.id)];
    const unit = units[from];
    if (unit && to >= 0 && from !== to) onOrder(arrayMove([...units], from, to), unit);
  };
  const move = (unit: UnitView, by: -1 | 1) => {
    const next = moved(units, units.indexOf(unit), by);
    if (next) onOrder(next, unit);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: useAnnouncements(units),
        screenReaderInstructions: { draggable: t('authoring.units.how') },
      }}
    >
      <SortableContext items={units.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Rows label={t('teach.units.title')} ordered>
          {units.map((unit, place) => (
            <UnitRow
              key={unit.id}
              courseId={courseId}
              unit={unit}
              first={place === 0}
              last={place === units.length - 1}
              onMove={move}
              onRemove={onRemove}
            />
          ))}
        </Rows>
      </SortableContext>
    </DndContext>
  );
};

/** What a screen reader says while a unit is carried. */
const useAnnouncements = (units: readonly UnitView[]): Announcements => {
  const { t } = useTranslation();
  const language = useLanguage();
  const told = (id: UniqueIdentifier, over?: UniqueIdentifier) => ({
    title: textIn(units.find((unit) => unit.id === id)?.title, language),
    place: units.findIndex((unit) => unit.id === (over ?? id)) + 1,
    total: units.length,
  });
  return {
    onDragStart: ({ active }) => t('authoring.units.picked', told(active.id)),
    onDragOver: ({ active, over }) => (over ? t('authoring.units.over', told(active.id, over.id)) : undefined),
    onDragEnd: ({ active, over }) => t('teach.units.moved', told(active.id, over?.id)),
    onDragCancel: ({ active }) => t('authoring.units.dropped', told(active.id)),
  };
};
