import type { UnitView } from '@aula/contracts';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import styles from './teach.module.css';

interface Props {
  courseId: string;
  unit: UnitView;
  first: boolean;
  last: boolean;
  onMove: (unit: UnitView, by: -1 | 1) => void;
  onRemove: (unit: UnitView) => void;
}

/**
 * One unit in the list of an author. Its handle is dragged, or picked up with the space bar and carried with the arrow keys. The arrows, and Alt with an arrow key on any of the row's buttons, move it. An arrow that leads
 * nowhere stays in the tab order: else the focus would be lost at the ends of the list.
 */
export const UnitRow = ({ courseId, unit, first, last, onMove, onRemove }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = textIn(unit.title, language);
  const filled = languages.filter((each) => unit.contents[each] !== undefined);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: unit.id,
    attributes: { roleDescription: t('authoring.units.role') },
  });
  return (
    <Row
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition, ...(isDragging && { position: 'relative', zIndex: 1 }) }}
      current={isDragging}
      handle={
        <ActionIcon
          {...attributes}
          {...listeners}
          ref={setActivatorNodeRef}
          variant="subtle"
          color="gray"
          size={36}
          className={styles.handle ?? ''}
          aria-label={t('authoring.units.carry', { title })}
        >
          <IconGripVertical size={20} aria-hidden />
        </ActionIcon>
      }
      title={title}
      text={[t(`unit.kind.${unit.kind}`), filled.map((each) => languageNames[each]).join(', ')].filter(Boolean).join(' · ')}
      aside={<Tag tone={unit.required ? 'calm' : 'plain'}>{t(unit.required ? 'teach.units.required' : 'unit.optional')}</Tag>}
      actions={
        <div
          className={styles.buttons}
          role="group"
          aria-label={t('teach.units.actions', { title })}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onMove(unit, event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <ActionIcon
            variant="default"
            size={36}
            aria-disabled={first || undefined}
            data-disabled={first || undefined}
            aria-label={t('teach.units.up', { title })}
            onClick={() => {
              onMove(unit, -1);
            }}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-disabled={last || undefined}
            data-disabled={last || undefined}
            aria-label={t('teach.units.down', { title })}
            onClick={() => {
              onMove(unit, 1);
            }}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ButtonLink
            variant="default"
            to="/teach/courses/$courseId/units/$unitId"
            params={{ courseId, unitId: unit.id }}
            aria-label={t('teach.units.editNamed', { title })}
          >
            {t('teach.units.edit')}
          </ButtonLink>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('teach.units.removeNamed', { title })}
            onClick={() => {
              onRemove(unit);
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      }
    />
  );
};
