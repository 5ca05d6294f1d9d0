import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Confirm } from './Confirm.js';

interface Props extends Pick<ButtonProps, 'size'> {
  /** The verb, on the button and on that of the question. */
  verb: string;
  title: string;
  /** What is done after the yes. */
  act: { isPending: boolean; error: unknown; mutate: (nothing: undefined, then: { onSuccess: () => void }) => void };
  children: ReactNode;
}

/** A button for what takes something away: it asks first, and goes on asking until it has worked. */
export const ConfirmedButton = ({ verb, title, act, children, size = 'sm' }: Props) => {
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
  };
  return (
    <>
      <Button
        size={size}
        variant="default"
        onClick={() => {
          setAsked(true);
        }}
      >
        {verb}
      </Button>
      <Confirm
        opened={asked}
        title={title}
        confirm={verb}
        harmful
        busy={act.isPending}
        reason={act.error}
        onClose={close}
        onConfirm={() => {
          act.mutate(undefined, { onSuccess: close });
        }}
      >
        {children}
      </Confirm>
    </>
  );
};
