import type { Language } from '@aula/contracts';
import { Button, FileButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBadgeCc, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../lib/local-text.js';
import { useSending } from '../../lib/use-sending.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SendingState } from '../../ui/SendingState/SendingState.js';
import type { CaptionPlace } from './caption-api.js';
import styles from './authoring.module.css';

interface Props {
  place: CaptionPlace;
  /** What the video is called, where there are several. */
  name?: string;
}

/** The captions of a video, language by language. */
export const Captions = ({ place, name }: Props) => {
  const { t } = useTranslation();
  const label = name ? t('authoring.video.captionsOf', { name }) : t('authoring.video.captions');
  return (
    <div role="group" aria-label={label}>
      <p className={styles.label}>{label}</p>
      <p className={styles.quiet}>{t('authoring.video.captionsHint')}</p>
      <Rows label={label}>
        {languages.map((language) => (
          <Track key={language} place={place} language={language} />
        ))}
      </Rows>
    </div>
  );
};

const Track = ({ place, language }: { place: CaptionPlace; language: Language }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const there = useQuery(place.query).data?.items.find((each) => each.language === language);
  const refresh = () => client.invalidateQueries({ queryKey: place.query.queryKey });
  const sending = useSending(`${place.key}.captions.${language}`, (file) => place.send(language, file), refresh);
  const remove = useMutation({ mutationFn: () => place.remove(language), onSuccess: refresh });
  const named = languageNames[language];
  return (
    <Row
      title={named}
      text={there?.name ?? t('authoring.video.noCaptions')}
      actions={
        <>
          <FileButton
            accept=".vtt,text/vtt"
            onChange={(file) => {
              if (file) sending.pick(file);
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="sm"
                loading={sending.busy}
                leftSection={<IconBadgeCc size={18} aria-hidden />}
                aria-label={t(there ? 'authoring.video.replaceNamed' : 'authoring.video.giveNamed', { language: named })}
              >
                {t(there ? 'authoring.video.replace' : 'authoring.video.give')}
              </Button>
            )}
          </FileButton>
          {there && (
            <Button
              variant="default"
              size="sm"
              loading={remove.isPending}
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={t('authoring.video.removeNamed', { language: named })}
              onClick={() => {
                remove.mutate();
              }}
            >
              {t('authoring.video.remove')}
            </Button>
          )}
        </>
      }
    >
      {(sending.busy || sending.error || sending.cut !== null) && <SendingState sending={sending} label={t('teach.sending')} />}
      {remove.isError && <Failure reason={remove.error} />}
    </Row>
  );
};
