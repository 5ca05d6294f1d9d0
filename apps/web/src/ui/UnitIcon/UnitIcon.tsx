import type { UnitKind } from '@aula/contracts';
import { IconFileText, IconListCheck, IconPaperclip, IconPlayerPlay, IconPresentation, IconUsersGroup } from '@tabler/icons-react';

const icons = {
  scorm: IconPresentation,
  quiz: IconListCheck,
  page: IconFileText,
  video: IconPlayerPlay,
  file: IconPaperclip,
  session: IconUsersGroup,
} as const satisfies Record<UnitKind, unknown>;

/** The picture of a kind of unit; the words stand beside it. */
export const UnitIcon = ({ kind }: { kind: UnitKind }) => {
  const Icon = icons[kind];
  return <Icon size={22} aria-hidden />;
};
