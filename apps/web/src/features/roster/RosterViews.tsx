import type { RosterViewPut, RosterViewView } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDeviceFloppy, IconStar, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { institutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Window } from '../../ui/Window/Window.js';
import { changeView, createView, removeView, setStandard, viewsQuery } from './api.js';
import { type Column, type RosterSearch, filterOf } from './search.js';
import styles from './roster.module.css';

interface Props {
  views: readonly RosterViewView[];
  search: RosterSearch;
  columns: readonly Column[];
  onLook: (view: RosterViewView | undefined) => void;
}

/** Ways to look at rosters that were kept: to choose, to open with, to keep the present one. */
export const RosterViews = ({ views, search, columns, onLook }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keeping, setKeeping] = useState(false);
  const chosen = views.find(({ id }) => id === search.view);
  const refresh = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const star = useMutation({ mutationFn: setStandard, onSuccess: refresh });
  const remove = useMutation({
    mutationFn: removeView,
    onSuccess: async () => {
      onLook(undefined);
      await refresh();
    },
  });
  return (
    <div className={styles.views}>
      <NativeSelect
        label={t('roster.views.label')}
        value={chosen?.id ?? ''}
        data={[
          { value: '', label: t('roster.views.everybody') },
          ...views.map(({ id, name, standard }) => ({ value: id, label: standard ? `★ ${name}` : name })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onLook(views.find(({ id }) => id === value));
        }}
      />
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={() => {
            setKeeping(true);
          }}
        >
          {t('roster.views.keep')}
        </Button>
        {chosen && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconStar size={16} aria-hidden />}
            loading={star.isPending}
            onClick={() => {
              star.mutate(chosen.standard ? null : chosen.id);
            }}
          >
            {t(chosen.standard ? 'roster.views.notStandard' : 'roster.views.standard')}
          </Button>
        )}
        {chosen?.own && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={remove.isPending}
            onClick={() => {
              remove.mutate(chosen.id);
            }}
          >
            {t('roster.views.remove')}
          </Button>
        )}
      </div>
      {(star.isError || remove.isError) && <Failure reason={star.error ?? remove.error} />}
      <Window
        opened={keeping}
        onClose={() => {
          setKeeping(false);
        }}
        title={t('roster.views.keep')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Keep
          chosen={chosen?.own ? chosen : undefined}
          search={search}
          columns={columns}
          onKept={() => {
            setKeeping(false);
          }}
        />
      </Window>
    </div>
  );
};

interface KeepProps extends Pick<Props, 'search' | 'columns'> {
  /** The reader's own view that may be overwritten. */
  chosen: RosterViewView | undefined;
  onKept: () => void;
}

const Keep = ({ chosen, search, columns, onKept }: KeepProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(chosen?.name ?? '');
  const [institutionId, setInstitution] = useState(chosen?.institutionId ?? null);
  const kept = async () => {
    await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
    onKept();
  };
  const create = useCreate(createView, kept);
  const change = useMutation({ mutationFn: (view: RosterViewPut) => changeView(chosen?.id ?? '', view), onSuccess: kept });
  const view: RosterViewPut = {
    ...{ name: name.trim(), filter: filterOf(search), sort: search.sort ?? 'name', columns: [...columns] },
    institutionId,
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(view);
      }}
    >
      <TextInput
        label={t('roster.views.name')}
        required
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Choice
        things={institutions}
        label={t('roster.views.share')}
        value={institutionId ?? ''}
        none={t('roster.views.mine')}
        onChange={(institution) => {
          setInstitution(institution?.id ?? null);
        }}
      />
      {(create.isError || change.isError) && <Failure reason={create.error ?? change.error} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={view.name === ''} loading={create.isPending}>
          {t('roster.views.create')}
        </Button>
        {chosen && (
          <Button
            variant="default"
            disabled={view.name === ''}
            loading={change.isPending}
            onClick={() => {
              change.mutate(view);
            }}
          >
            {t('roster.views.overwrite', { name: chosen.name })}
          </Button>
        )}
      </div>
    </form>
  );
};
