import type { EnrollmentView } from '@aula/contracts';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag/Tag.js';

type State = EnrollmentView['units'][number]['state'];
const looks = {
  'not-started': { tone: 'plain', icon: IconCircleDashed },
  'in-progress': { tone: 'calm', icon: IconProgress },
  completed: { tone: 'good', icon: IconCircleCheck },
  passed: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'care', icon: IconAlertTriangle },
} as const satisfies Record<State, unknown>;

/** State of a unit, in a word. */
export const UnitState = ({ state }: { state: State }) => {
  const { t } = useTranslation();
  const { tone, icon: Icon } = looks[state];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`learning.unitState.${state}`)}
    </Tag>
  );
};
