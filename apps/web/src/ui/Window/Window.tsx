import type { DrawerProps, ModalProps } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';

const windows = () => import('./windows.js');
const LazyFront = lazy(async () => ({ default: (await windows()).FrontWindow }));
const LazySide = lazy(async () => ({ default: (await windows()).SideWindow }));

/** Windows open when somebody does something: what they are made of comes after the page. */
export const loadWindows = async (): Promise<void> => {
  await windows();
};

/** True from the first time that it is opened. */
const useWanted = (opened: boolean): boolean => {
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  return wanted || opened;
};

/** A window in front of the page, which waits for an answer. */
export const Window = (props: ModalProps) =>
  useWanted(props.opened) && (
    <Suspense>
      <LazyFront {...props} />
    </Suspense>
  );

/** One that comes in from the side. */
export const SideWindow = (props: DrawerProps) =>
  useWanted(props.opened) && (
    <Suspense>
      <LazySide {...props} />
    </Suspense>
  );
