import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** False at first: a window that opens after it was there gives the focus back where it was. */
const useThere = (): boolean => {
  const [there, setThere] = useState(false);
  useEffect(() => {
    setThere(true);
  }, []);
  return there;
};

export const FrontWindow = ({ opened, ...props }: ModalProps) => <Modal opened={useThere() && opened} {...props} />;
export const SideWindow = ({ opened, ...props }: DrawerProps) => <Drawer opened={useThere() && opened} {...props} />;
