import type { CourseTextView, CourseTextsView, CourseView, Language } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { courseQuery } from './api.js';
import { textsQuery } from './draft-api.js';
import { TextCell } from './TextCell.js';
import styles from './authoring.module.css';

/** All texts of a course in two languages next to one another. */
export const Texts = () => {
  const { courseId } = useParams({ from: '/in/teach/courses/$courseId/texts' });
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useQuery({ ...textsQuery(courseId), refetchOnMount: 'always' });
  return (
    <LoadedPage query={useQuery(courseQuery(courseId))}>
      {(course) => (
        <Page
          title={t('authoring.texts.title')}
          over={textIn(course.title, language)}
          lead={t('authoring.texts.lead')}
          back={
            <TextLink to="/teach/courses/$courseId" params={{ courseId }}>
              {textIn(course.title, language)}
            </TextLink>
          }
        >
          <Loaded query={texts}>{(all) => <SideBySide course={course} all={all} />}</Loaded>
        </Page>
      )}
    </LoadedPage>
  );
};

const SideBySide = ({ course, all }: { course: CourseView; all: CourseTextsView }) => {
  const { t } = useTranslation();
  const [left, setLeft] = useState<Language>(all.source);
  const [right, setRight] = useState<Language | undefined>(all.languages.find((each) => each !== all.source));
  const [open, setOpen] = useState(false);
  if (!right) return <Empty title={t('authoring.texts.one')}>{t('authoring.texts.oneText')}</Empty>;
  const data = all.languages.map((each) => ({ value: each, label: languageNames[each] }));
  /** The language of the other side changes places with this one. */
  const pick = (side: 'left' | 'right', value: string) => {
    const language = all.languages.find((each) => each === value);
    if (!language) return;
    if (side === 'right' || language === right) setRight(side === 'right' ? language : left);
    if (side === 'left' || language === left) setLeft(side === 'left' ? language : right);
  };
  const unfinished = (item: CourseTextView): boolean =>
    Object.keys(item.texts).length > 0 && [left, right].some((each) => item.texts[each] === undefined || item.outdated.includes(each));
  const nameOf = ({ unitId, part }: CourseTextView): string => {
    const unit = course.units?.find(({ id }) => id === unitId);
    const words = t(`authoring.part.${part}`);
    if (unitId === null) return t('authoring.texts.ofCourse', { part: words });
    return t('authoring.texts.ofUnit', { part: words, title: textIn(unit?.title, all.source) });
  };
  const items = open ? all.items.filter(unfinished) : all.items;
  return (
    <>
      <Section title={t('authoring.texts.progress')}>
        <div className={styles.pair}>
          {all.progress.map((each) => (
            <Meter
              key={each.language}
              share={each.total === 0 ? 0 : (each.written - each.outdated) / each.total}
              label={languageNames[each.language]}
              text={t('authoring.texts.written', each)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('authoring.texts.choose')}>
        <div className={styles.pair}>
          <NativeSelect
            label={t('authoring.texts.left')}
            value={left}
            data={data}
            onChange={(event) => {
              pick('left', event.currentTarget.value);
            }}
          />
          <NativeSelect
            label={t('authoring.texts.right')}
            value={right}
            data={data}
            onChange={(event) => {
              pick('right', event.currentTarget.value);
            }}
          />
        </div>
        <NativeSelect
          label={t('authoring.texts.which')}
          value={open ? 'open' : 'all'}
          data={[
            { value: 'all', label: t('authoring.texts.all') },
            { value: 'open', label: t('authoring.texts.unfinished') },
          ]}
          onChange={(event) => {
            setOpen(event.currentTarget.value === 'open');
          }}
        />
      </Section>
      {items.length === 0 && <Empty title={t('authoring.texts.nothing')} />}
      {items.map((item) => (
        <Section key={`${item.unitId ?? ''}.${item.part}`} title={nameOf(item)}>
          <div className={styles.pair}>
            {[left, right].map((language, at) => (
              <TextCell key={`${String(at)}.${language}`} courseId={course.id} item={item} language={language} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
};
