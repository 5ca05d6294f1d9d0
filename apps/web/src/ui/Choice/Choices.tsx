import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { Things } from '../../lib/things.js';
import { useChoice } from './use-choice.js';

interface Props<T extends { id: string }> {
  things: Things<T>;
  label: string;
  description?: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Some of many things, looked for by name as one types. */
export const Choices = <T extends { id: string }>({ things, value, ...field }: Props<T>) => {
  const [q, setQ] = useState('');
  const { options } = useChoice(things, value, q.trim());
  return (
    <MultiSelect
      {...field}
      searchable
      value={value}
      data={options}
      filter={({ options: all }) => all}
      searchValue={q}
      onSearchChange={setQ}
    />
  );
};
