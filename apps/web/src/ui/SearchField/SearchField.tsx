import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './SearchField.module.css';

/** A search field; `onSearch` hears the text when typing rests, or at once when the field is left. */
export const SearchField = ({ label, onSearch, initial = '' }: { label: string; onSearch: (text: string) => void; initial?: string }) => {
  const [text, setText] = useState(initial);
  const rest = useDebouncedCallback(onSearch, 300);
  return (
    <search className={styles.search}>
      <TextInput
        type="search"
        label={label}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          rest(event.currentTarget.value.trim());
        }}
        onBlur={() => {
          rest.flush();
        }}
      />
    </search>
  );
};
