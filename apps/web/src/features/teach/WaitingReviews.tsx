import type { WaitingReviewView } from '@aula/contracts';
import { IconEyeCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { waitingReviewsPath } from './draft-api.js';

/** The drafts that wait for the reader's second pair of eyes. */
export const WaitingReviews = () => {
  const { t } = useTranslation();
  const list = useList<WaitingReviewView>(waitingReviewsPath);
  return (
    <Page title={t('nav.reviews')} lead={t('authoring.reviewer.lead')}>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconEyeCheck size={28} />} title={t('authoring.reviewer.none')}>
            {t('authoring.reviewer.noneText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.reviews')}>
            {items.map((each) => (
              <ReviewRow key={each.id} review={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const ReviewRow = ({ review: { course, askedBy, askedAt, note, named } }: { review: WaitingReviewView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/teach/courses/$courseId/review" params={{ courseId: course.id }}>
          {textIn(course.title, language)}
        </TextLink>
      }
      text={[course.code, t('authoring.review.askedBy', { name: askedBy.name }), instantText(askedAt, language)].join(' · ')}
      aside={<Tag tone={named ? 'care' : 'plain'}>{t(named ? 'authoring.reviewer.named' : 'authoring.reviewer.open')}</Tag>}
    >
      {note && <p>{note}</p>}
    </Row>
  );
};
