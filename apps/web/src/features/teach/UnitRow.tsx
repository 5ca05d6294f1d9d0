import type { UnitView } from '@aula/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import styles from './teach.module.css';

interface Props {
  unit: UnitView;
  first: boolean;
  last: boolean;
  onMove: (unit: UnitView, by: -1 | 1) => void;
  onEdit: (unit: UnitView) => void;
  onRemove: (unit: UnitView) => void;
}

/**
 * One unit in the list of an author. The arrows, and Alt with an arrow key on any of the row's buttons, move it. An arrow that leads
 * nowhere stays in the tab order: else the focus would be lost at the ends of the list.
 */
export const UnitRow = ({ unit, first, last, onMove, onEdit, onRemove }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = textIn(unit.title, language);
  const filled = languages.filter((each) => unit.contents[each] !== undefined);
  return (
    <Row
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
          <Button
            variant="default"
            aria-label={t('teach.units.editNamed', { title })}
            onClick={() => {
              onEdit(unit);
            }}
          >
            {t('teach.units.edit')}
          </Button>
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
