import type { CourseTextView, Language } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, localeOf } from '../../lib/local-text.js';
import { instantText } from '../../lib/time.js';
import { useDraft } from '../../lib/use-draft.js';
import { useLeaveWarning } from '../../lib/use-leave-warning.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { Conflict } from './Conflict.js';
import { textsQuery, writeText } from './draft-api.js';
import { SaveState } from './SaveState.js';
import { useAutosave } from './use-autosave.js';
import styles from './authoring.module.css';

interface Props {
  courseId: string;
  item: CourseTextView;
  language: Language;
}
interface Fields {
  value: string;
}

/** One text in one language, saved by itself. Other people's words are never written over. */
export const TextCell = ({ courseId, item, language }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const there = item.texts[language]?.value ?? '';
  const draft = useDraft<Fields>(`text.${courseId}.${item.unitId ?? 'course'}.${item.part}.${language}`, { value: there });
  const { unitId, part } = item;
  const name = t('ui.inLanguage', { label: t(`authoring.part.${part}`), language: languageNames[language] });
  const write = async (value: string, was: string) => {
    const all = await writeText(courseId, { unitId, part, language, value: value || null, was: was || null });
    client.setQueryData(textsQuery(courseId).queryKey, all);
  };
  const saving = useAutosave<Fields>({
    draft,
    initial: { fields: { value: there }, revision: undefined },
    ready: true,
    readTheirs: (current) => ({ fields: { value: (current as { value: string | null }).value ?? '' }, revision: undefined }),
    send: async ({ value }, ground) => {
      await write(value, ground.fields.value);
      return undefined;
    },
  });
  useLeaveWarning(saving.state !== 'saved');
  const long = part === 'body' || part === 'transcript';
  return (
    <div className={styles.stack}>
      <Textarea
        label={name}
        lang={localeOf[language]}
        rows={long ? 12 : part === 'summary' ? 4 : 2}
        value={draft.fields.value}
        onChange={(event) => {
          draft.set({ value: event.currentTarget.value });
        }}
        onBlur={() => {
          saving.saveNow().catch(() => undefined); // the cell says why
        }}
      />
      <div className={styles.buttons}>
        <SaveState state={saving.state} />
        <Age item={item} language={language} onConfirm={() => write(there, there)} />
      </div>
      {saving.theirs && (
        <Conflict
          apart={[{ label: name, mine: draft.fields.value, theirs: saving.theirs.fields.value }]}
          onMine={saving.keepMine}
          onTheirs={saving.takeTheirs}
        />
      )}
      {saving.error && <Failure reason={saving.error} />}
    </div>
  );
};

/** Whether the text is missing, or older than its source; then the person may say that it still holds. */
const Age = ({ item, language, onConfirm }: Omit<Props, 'courseId'> & { onConfirm: () => Promise<void> }) => {
  const { t } = useTranslation();
  const shown = useLanguage();
  const confirm = useMutation({ mutationFn: onConfirm });
  const text = item.texts[language];
  if (!text) return Object.keys(item.texts).length > 0 && <Tag tone="care">{t('authoring.texts.missing')}</Tag>;
  if (!item.outdated.includes(language))
    return (
      text.changedAt && <span className={styles.quiet}>{t('authoring.texts.changed', { moment: instantText(text.changedAt, shown) })}</span>
    );
  return (
    <>
      <Tag tone="care">{t('authoring.texts.outdated')}</Tag>
      <Button
        size="xs"
        variant="default"
        loading={confirm.isPending}
        leftSection={<IconCheck size={16} aria-hidden />}
        onClick={() => {
          confirm.mutate();
        }}
      >
        {t('authoring.texts.holds')}
      </Button>
      {confirm.isError && <Failure reason={confirm.error} />}
    </>
  );
};
