import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine } from '../../lib/line.js';
import { Notice } from '../Notice/Notice.js';

interface Props extends ButtonProps {
  href: string;
  /** What the file is called; else as the server names it. */
  name?: string;
}

/** A button that brings down a file of the academy; without a line it says that it needs one, where a browser would leave the page. */
export const Download = ({ href, name, ...look }: Props) => {
  const { t } = useTranslation();
  const up = useLine();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        component="a"
        href={href}
        download={name ?? true}
        onClick={(event) => {
          if (!up) event.preventDefault();
          setAsked(!up);
        }}
        {...look}
      />
      {asked && !up && (
        <Notice tone="care" role="alert">
          {t('ui.line.needed')}
        </Notice>
      )}
    </>
  );
};
