import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Section } from '../Page/Page.js';

interface Props {
  title: string;
  /** The verb on the button that begins the change; without it nothing can be changed. */
  edit: string | false;
  /** A change is under way from the beginning. */
  opened: boolean;
  /** What is known, as long as it is not changed. */
  known: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A part of a page that is read, and changed in its place. */
export const Editing = ({ title, edit, opened, known, children }: Props) => {
  const [editing, setEditing] = useState(opened);
  const begin = edit && (
    <Button
      variant="default"
      size="xs"
      aria-expanded={false}
      onClick={() => {
        setEditing(true);
      }}
    >
      {edit}
    </Button>
  );
  return (
    <Section title={title} actions={!editing && begin}>
      {editing
        ? children(() => {
            setEditing(false);
          })
        : known}
    </Section>
  );
};
