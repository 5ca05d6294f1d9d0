import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Things } from '../../lib/things.js';
import { useChoice } from './use-choice.js';

interface Props<T extends { id: string }> {
  things: Things<T>;
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** '' for none of them. */
  value: string;
  /** What it is called when none is chosen. */
  none: string;
  /** One that cannot be chosen. */
  but?: string | undefined;
  onChange: (thing: T | undefined) => void;
}

/** One of many things, looked for by name as one types; what is chosen is shown even when it is not among those that are found. */
export const Choice = <T extends { id: string }>({ things, value, none, but, onChange, ...field }: Props<T>) => {
  const [typed, setTyped] = useState('');
  const [searching, setSearching] = useState(false);
  const q = searching ? typed.trim() : '';
  const { options, thingOf } = useChoice(things, value === '' ? [] : [value], q);
  const empty = { value: '', label: none };
  const offered = options.filter((each) => each.value !== but);
  const shown = offered.find((each) => each.value === value) ?? empty;
  return (
    <Select
      {...field}
      searchable
      allowDeselect={false}
      value={value}
      data={q === '' ? [empty, ...offered] : [...offered, empty]}
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      onInput={() => {
        setSearching(true);
      }}
      onOptionSubmit={() => {
        setTyped(shown.label);
      }}
      onDropdownClose={() => {
        setSearching(false);
      }}
      onFocus={(event) => {
        event.currentTarget.select(); // what is typed replaces it
      }}
      onClick={(event) => {
        event.currentTarget.select();
      }}
      onChange={(id) => {
        onChange(thingOf(id));
      }}
    />
  );
};
