import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag/Tag.js';
import type { SaveState as State } from './use-autosave.js';

const looks = {
  saved: { tone: 'good', icon: IconCircleCheck },
  typing: { tone: 'plain', icon: IconPencil },
  saving: { tone: 'plain', icon: IconPencil },
  incomplete: { tone: 'care', icon: IconPencil },
  'no-line': { tone: 'care', icon: IconCloudOff },
  refused: { tone: 'bad', icon: IconAlertTriangle },
  conflict: { tone: 'bad', icon: IconAlertTriangle },
} as const satisfies Record<State, unknown>;

/** Where what is typed is at this moment, in words. */
export const SaveState = ({ state }: { state: State }) => {
  const { t } = useTranslation();
  const { tone, icon: Icon } = looks[state];
  return (
    <span role="status">
      <Tag tone={tone} icon={<Icon size={16} aria-hidden />}>
        {t(`authoring.save.${state}`)}
      </Tag>
    </span>
  );
};
