import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../lib/local-text.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Prose } from '../../ui/Prose/Prose.js';
import { captionsOfFile } from './caption-api.js';
import { Captions } from './Captions.js';
import type { ContentProps } from './content-props.js';
import { renderingQuery } from './draft-api.js';
import { type Edit, type Marked, paragraph, pictureOf } from './markdown.js';
import { PageToolbar, shortcuts } from './PageToolbar.js';
import { PictureToInsert } from './PictureToInsert.js';
import styles from './authoring.module.css';

type Props = Omit<ContentProps, 'kind'>;

/** The Markdown of a page: written with buttons and keys, with images and videos in place, and seen as readers will see it. */
export const PageText = ({ courseId, language, label, value, error, onChange }: Props) => {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const [looking, setLooking] = useState(false);
  const [picked, setPicked] = useState<File>();
  const apply = (edit: (marked: Marked) => Edit) => {
    if (field.current) put(field.current, edit);
  };
  const keys = (event: KeyboardEvent) => {
    const edit = event.ctrlKey || event.metaKey ? shortcuts(t('authoring.page.sample'))[event.key.toLowerCase()] : undefined;
    if (!edit || event.altKey || event.shiftKey) return;
    event.preventDefault();
    apply(edit);
  };
  const take = (event: ClipboardEvent | DragEvent, files: FileList) => {
    const file = [...files].find(({ type }) => /^(image|video)\//.test(type));
    if (!file) return;
    event.preventDefault();
    setPicked(file);
  };
  return (
    <div className={styles.stack}>
      <div
        className={styles.editor}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          setOver(false);
          take(event, event.dataTransfer.files);
        }}
      >
        <PageToolbar label={t('authoring.page.tools', { language: label })} onEdit={apply} onPick={setPicked} />
        <Textarea
          ref={field}
          label={t('teach.units.body', { language: label })}
          description={t('authoring.page.hint')}
          lang={localeOf[language]}
          autosize={false}
          rows={16}
          value={value}
          error={error}
          onKeyDown={keys}
          onPaste={(event) => {
            take(event, event.clipboardData.files);
          }}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      </div>
      {picked && (
        <PictureToInsert
          key={`${picked.name}.${String(picked.lastModified)}`}
          courseId={courseId}
          file={picked}
          onClose={() => {
            setPicked(undefined);
            field.current?.focus();
          }}
          onInsert={(description, address) => {
            apply(paragraph(pictureOf(description, address)));
            setPicked(undefined);
          }}
        />
      )}
      <div>
        <Button
          variant="default"
          size="sm"
          aria-expanded={looking}
          leftSection={looking ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
          onClick={() => {
            setLooking(!looking);
          }}
        >
          {t(looking ? 'authoring.page.hide' : 'authoring.page.show')}
        </Button>
      </div>
      <Rendered courseId={courseId} body={value} lang={localeOf[language]} shown={looking} />
    </div>
  );
};

/** As if it were typed, so that the browser's own undo takes it back. */
const put = (field: HTMLTextAreaElement, edit: (marked: Marked) => Edit) => {
  const { from, to, insert, select } = edit({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
  field.focus();
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, insert);
  field.setSelectionRange(...select);
};

/** What readers will see, a moment after the last key, and what keeps some of them out. */
const Rendered = ({ courseId, body, lang, shown }: { courseId: string; body: string; lang: string; shown: boolean }) => {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(body, 500);
  const needed = shown || /!\[/.test(settled);
  const query = useQuery({ ...renderingQuery(courseId, settled), enabled: needed && settled.trim() !== '' });
  const { data } = query;
  if (!needed || settled.trim() === '') return null;
  return (
    <div className={styles.stack}>
      {query.isError && <Failure reason={query.error} onRetry={query.refetch} />}
      {data && data.findings.length > 0 && (
        <Notice tone="care" role="status" title={t('authoring.page.findings')}>
          <ul>
            {data.findings.map(({ code, line, message }) => (
              <li key={`${code}-${String(line)}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {shown && data && (
        <section className={styles.preview} aria-label={t('authoring.page.preview')} tabIndex={0}>
          <Prose lang={lang} html={data.html} />
        </section>
      )}
      {data?.videos.map(({ id, name }) => (
        <Captions key={id} place={captionsOfFile(courseId, id)} name={name} />
      ))}
    </div>
  );
};
