import { IconCalendarEvent } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EditionList } from '../../ui/EditionList/EditionList.js';
import { TextLink } from '../../ui/Links/Links.js';
import { usePlace } from './place.js';

/** The editions that the reader teaches; in the area of insight, those that their roles let them look into. */
export const EditionsInReach = () => {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <EditionList
      title={t('nav.editions')}
      lead={t('roster.editionsLead')}
      mine={place === '/teach/editions'}
      soon={useSearch({ from: `/in${place}` }).soon}
      icon={<IconCalendarEvent size={28} />}
      link={({ id, title }) => (
        <TextLink to={`${place}/$editionId`} params={{ editionId: id }}>
          {title}
        </TextLink>
      )}
    />
  );
};
