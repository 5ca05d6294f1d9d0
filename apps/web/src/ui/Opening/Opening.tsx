import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../Page/Page.js';

interface Props {
  title: string;
  /** The verb on the button that opens it. */
  add: string;
  /** What stands there while it is shut. */
  text: string;
  /** It stands open from the beginning. */
  opened?: boolean;
  children: ReactNode;
}

/** A part of a page that opens when something is to be added. */
export const Opening = ({ title, add, text, opened = false, children }: Props) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(opened);
  const toggle = (
    <Button
      variant="default"
      aria-expanded={open}
      leftSection={open ? undefined : <IconPlus size={18} aria-hidden />}
      onClick={() => {
        setOpen(!open);
      }}
    >
      {open ? t('ui.close') : add}
    </Button>
  );
  return (
    <Section title={title} actions={toggle}>
      {open ? children : <p>{text}</p>}
    </Section>
  );
};
